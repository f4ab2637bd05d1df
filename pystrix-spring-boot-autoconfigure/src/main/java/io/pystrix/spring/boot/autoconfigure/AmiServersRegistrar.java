package io.pystrix.spring.boot.autoconfigure;

import java.util.Set;

import io.pystrix.ami.Manager;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.spring.ami.ManagerLifecycle;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Defines the beans of each server that is named in the properties, unless there is one
 * of the name. They are defined by methods of {@link ManagerFactory}, which the
 * ahead-of-time processing can follow.
 */
final class AmiServersRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	AmiServersRegistrar(Environment environment) {
		this.environment = environment;
	}

	static String connectionDetailsName(String server) {
		return server + "AmiConnectionDetails";
	}

	static String managerName(String server) {
		return server + "Manager";
	}

	static String stateName(String server) {
		return server + "State";
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		AmiProperties properties = AmiSettings.all(this.environment);
		Set<String> servers = properties.getServers().keySet();
		String primary = properties.getPrimary();
		if (StringUtils.hasText(primary) && !servers.contains(primary)) {
			throw new InvalidConfigurationPropertyValueException("asterisk.ami.primary", primary,
					"There is no such server, only: " + (servers.isEmpty() ? "none" : String.join(", ", servers))
							+ ".");
		}
		if (servers.isEmpty()) {
			return;
		}
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put("asterisk.ami.host", properties.getHost());
			entries.put("asterisk.ami.hosts", properties.getHosts().isEmpty() ? null : properties.getHosts());
			// Boot's failure analysis knows only properties that have a value themselves
			entries.put(AmiSettings.anyOf(this.environment, "asterisk.ami.servers"), servers);
		});
		for (String server : servers) {
			register(registry, connectionDetailsName(server),
					definition(AmiConnectionDetails.class, "connectionDetails", server));
			boolean first = server.equals(primary);
			register(registry, managerName(server), injected(Manager.class, "manager", server, first));
			register(registry, server + "ManagerLifecycle", definition(ManagerLifecycle.class, "lifecycle", server));
			if (AmiSettings.of(this.environment, server).properties().getLive().isEnabled()) {
				// Each is closed before what it depends on
				RootBeanDefinition state = injected(AsteriskState.class, "state", server, first);
				state.setDependsOn(managerName(server));
				register(registry, stateName(server), state);
				RootBeanDefinition calls = injected(Calls.class, "calls", server, first);
				calls.setDependsOn(stateName(server));
				register(registry, server + "Calls", calls);
			}
		}
	}

	private static RootBeanDefinition injected(Class<?> type, String factoryMethod, String server, boolean primary) {
		RootBeanDefinition definition = definition(type, factoryMethod, server);
		definition.setDestroyMethodName("close");
		definition.setPrimary(primary);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, server));
		return definition;
	}

	private static RootBeanDefinition definition(Class<?> type, String factoryMethod, String server) {
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setTargetType(type);
		definition.setFactoryBeanName(ManagerFactory.BEAN_NAME);
		definition.setFactoryMethodName(factoryMethod);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, server);
		return definition;
	}

	private static void register(BeanDefinitionRegistry registry, String name, RootBeanDefinition definition) {
		if (!registry.containsBeanDefinition(name)) {
			registry.registerBeanDefinition(name, definition);
		}
	}

}
