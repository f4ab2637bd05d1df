package io.pystrix.spring.agi;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
import io.pystrix.ami.Manager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;

/**
 * Provides the call itself, and the manager.
 */
final class ContextArgumentResolver implements AgiMethodArgumentResolver {

	private final ObjectProvider<Manager> manager;

	ContextArgumentResolver(ObjectProvider<Manager> manager) {
		this.manager = manager;
	}

	@Override
	public boolean supports(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type == Agi.class || type == AgiRequest.class || type == AgiEnvironment.class
				|| type == Manager.class && this.manager.getIfAvailable() != null;
	}

	@Override
	public Object resolve(MethodParameter parameter, Agi agi, AgiRequest request) {
		Class<?> type = parameter.getParameterType();
		if (type == Agi.class) {
			return agi;
		}
		if (type == AgiRequest.class) {
			return request;
		}
		return (type == AgiEnvironment.class) ? request.environment() : this.manager.getObject();
	}

}
