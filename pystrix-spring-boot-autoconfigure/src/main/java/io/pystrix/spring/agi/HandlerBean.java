package io.pystrix.spring.agi;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;

import org.springframework.beans.factory.BeanFactory;

/**
 * A script that is a bean. The bean is asked for at every call, by its name, so it may be
 * lazy or scoped.
 *
 * @param beanFactory where the bean is
 * @param beanName its name
 * @param type its class, without a proxy
 */
record HandlerBean(BeanFactory beanFactory, String beanName, Class<?> type) implements AgiHandler {

	@Override
	public void handle(Agi agi, AgiRequest request) throws Exception {
		this.beanFactory.getBean(this.beanName, AgiHandler.class).handle(agi, request);
	}

	@Override
	public String toString() {
		return "bean '" + this.beanName + "' of type " + this.type.getSimpleName();
	}

}
