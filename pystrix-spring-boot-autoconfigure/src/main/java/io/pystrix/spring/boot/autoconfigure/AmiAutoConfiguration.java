package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.spring.ami.AmiConnectionEventPublisher;
import io.pystrix.spring.ami.AmiEventListenerProcessor;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.ami.ManagerLifecycle;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the connection to Asterisk's manager interface: a
 * {@link Manager}, which connects when the application starts, and methods that are
 * {@linkplain io.pystrix.spring.ami.AmiEventListener listeners}. It is there unless
 * {@code asterisk.ami.enabled} is {@code false}, and looks for Asterisk on this host
 * unless told otherwise.
 */
@AutoConfiguration
@ConditionalOnClass(Manager.class)
@ConditionalOnBooleanProperty(name = "asterisk.ami.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AmiProperties.class)
public final class AmiAutoConfiguration {

	private static final Log logger = LogFactory.getLog(AmiAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean(AmiConnectionDetails.class)
	PropertiesAmiConnectionDetails amiConnectionDetails(AmiProperties properties) {
		return new PropertiesAmiConnectionDetails(properties);
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	Manager asteriskManager(AmiProperties properties, AmiConnectionDetails details,
			ObjectProvider<ManagerBuilderCustomizer> customizers) {
		ManagerBuilder builder = Manager.builder();
		new AmiPropertiesMapper(properties).applyTo(builder);
		builder.endpoints(details.getEndpoints());
		String username = details.getUsername();
		String password = details.getPassword();
		if (username != null && password != null) {
			builder.credentials(username, password);
		}
		else {
			logger.warn("No 'asterisk.ami.username': connecting to Asterisk without logging in. It will send no"
					+ " events and close the connection after a while");
		}
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	ManagerLifecycle managerLifecycle(Manager manager, AmiProperties properties) {
		return new ManagerLifecycle(manager, properties.isFailFast());
	}

	@Bean
	@ConditionalOnMissingBean
	AmiServers amiServers(ListableBeanFactory beanFactory) {
		return new AmiServers(beanFactory);
	}

	@Bean
	@ConditionalOnMissingBean
	AmiConnectionEventPublisher amiConnectionEventPublisher(AmiServers servers, ApplicationContext context) {
		return new AmiConnectionEventPublisher(servers, context);
	}

	@Bean
	@ConditionalOnMissingBean
	AmiListenerRegistry amiListenerRegistry(AmiServers servers, AmiProperties properties,
			ApplicationEventPublisher publisher) {
		CallbackOptions defaults = new AmiPropertiesMapper(properties).listenerOptions();
		return new AmiListenerRegistry(servers, (server) -> defaults, publisher);
	}

	@Bean
	@ConditionalOnMissingBean
	AmiEventListenerProcessor amiEventListenerProcessor(ConfigurableListableBeanFactory beanFactory,
			AmiListenerRegistry registry) {
		return new AmiEventListenerProcessor(beanFactory, registry);
	}

}
