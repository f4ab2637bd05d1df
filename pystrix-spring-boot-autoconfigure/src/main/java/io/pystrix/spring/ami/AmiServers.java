package io.pystrix.spring.ami;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pystrix.ami.Manager;
import io.pystrix.ami.live.AsteriskState;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The Asterisk servers that the application is connected to: its beans of type
 * {@link Manager} by the names of their servers, and their live states. A server is
 * called as its bean, without {@code Manager} at the end: {@code berlinManager} is the
 * manager of {@code berlin}.
 *
 * @since 0.1.0
 */
public final class AmiServers {

	private static final String SUFFIX = "Manager";

	private final ListableBeanFactory beanFactory;

	/**
	 * Creates the view of a bean factory and its parents.
	 * @param beanFactory where the managers are
	 */
	public AmiServers(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Returns what a server is called.
	 * @param beanName the name of its manager
	 * @return the name of the server
	 */
	public static String nameOf(String beanName) {
		return (beanName.length() > SUFFIX.length() && beanName.endsWith(SUFFIX))
				? beanName.substring(0, beanName.length() - SUFFIX.length()) : beanName;
	}

	/**
	 * Returns the managers of all servers, created if they were not yet.
	 * @return the managers by the names of their servers, in the order of their
	 * definition
	 * @throws IllegalStateException if two servers have one name
	 */
	public Map<String, Manager> managers() {
		Map<String, Manager> managers = new LinkedHashMap<>();
		for (String beanName : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, Manager.class)) {
			if (!ScopedProxyUtils.isScopedTarget(beanName) && managers.putIfAbsent(nameOf(beanName),
					this.beanFactory.getBean(beanName, Manager.class)) != null) {
				throw new IllegalStateException("Two beans are the manager of the server '" + nameOf(beanName) + "'");
			}
		}
		return managers;
	}

	/**
	 * Returns the live states of those servers that have one: the beans of type
	 * {@link AsteriskState}, created if they were not yet, by the names of the servers
	 * whose managers they follow.
	 * @return the states in the order of the managers
	 * @throws IllegalStateException if two servers have one name
	 */
	public Map<String, AsteriskState> states() {
		Collection<AsteriskState> all = BeanFactoryUtils
			.beansOfTypeIncludingAncestors(this.beanFactory, AsteriskState.class)
			.values();
		Map<String, AsteriskState> states = new LinkedHashMap<>();
		managers().forEach((server, manager) -> all.stream()
			.filter((state) -> state.manager() == manager)
			.findFirst()
			.ifPresent((state) -> states.put(server, state)));
		return states;
	}

	/**
	 * Returns the manager of a server.
	 * @param server the name of the server
	 * @return the manager
	 * @throws IllegalArgumentException if there is no such server
	 */
	public Manager manager(String server) {
		Map<String, Manager> managers = managers();
		Manager manager = managers.get(server);
		if (manager == null) {
			throw new IllegalArgumentException("There is no Asterisk server '" + server + "', only: "
					+ (managers.isEmpty() ? "none" : String.join(", ", managers.keySet())));
		}
		return manager;
	}

}
