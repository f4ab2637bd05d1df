package io.pystrix.spring.boot.test;

import java.util.Set;

import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import io.pystrix.spring.boot.autoconfigure.AmiProperties;
import io.pystrix.test.AsteriskSimulator;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Defines the simulator of each server and the connection details that lead to it, in the
 * place of any that the application has itself. They are defined by methods of
 * {@link Simulators}, which the ahead-of-time processing can follow.
 */
final class SimulatorRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	SimulatorRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		AmiProperties properties = Binder.get(this.environment).bindOrCreate("asterisk.ami", AmiProperties.class);
		Set<String> servers = properties.getServers().keySet();
		if (servers.isEmpty()) {
			register(registry, Simulators.ONLY_SERVER, true);
		}
		for (String server : servers) {
			register(registry, server, server.equals(properties.getPrimary()));
		}
	}

	private static void register(BeanDefinitionRegistry registry, String server, boolean primary) {
		RootBeanDefinition simulator = definition(AsteriskSimulator.class, "simulator", server);
		simulator.setInitMethodName("start");
		simulator.setDestroyMethodName("close");
		simulator.setPrimary(primary);
		simulator.addQualifier(new AutowireCandidateQualifier(Qualifier.class, server));
		register(registry, Simulators.beanName(server), simulator);
		RootBeanDefinition details = definition(AmiConnectionDetails.class, "connectionDetails", server);
		details.setPrimary(primary);
		register(registry, server + "AmiConnectionDetails", details);
	}

	private static RootBeanDefinition definition(Class<?> type, String factoryMethod, String server) {
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setTargetType(type);
		definition.setFactoryBeanName(Simulators.BEAN_NAME);
		definition.setFactoryMethodName(factoryMethod);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, server);
		return definition;
	}

	private static void register(BeanDefinitionRegistry registry, String name, RootBeanDefinition definition) {
		if (registry.containsBeanDefinition(name)) {
			registry.removeBeanDefinition(name);
		}
		registry.registerBeanDefinition(name, definition);
	}

}
