package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.Manager;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.spring.ami.AmiConnectionEventPublisher;
import io.pystrix.spring.ami.AmiEventListenerProcessor;
import io.pystrix.spring.ami.AmiListenerInterceptor;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.ami.ManagerLifecycle;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the connection to Asterisk's manager interface: a
 * {@link Manager}, which connects when the application starts, or one for each of
 * {@code asterisk.ami.servers}, and methods that are
 * {@linkplain io.pystrix.spring.ami.AmiEventListener listeners}. It is there unless
 * {@code asterisk.ami.enabled} is {@code false}, and looks for Asterisk on this host
 * unless told otherwise. With {@code asterisk.ami.live.enabled} a manager has an
 * {@link AsteriskState} and {@link Calls}, too.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnClass(Manager.class)
@ConditionalOnBooleanProperty(name = "asterisk.ami.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AmiProperties.class)
@Import(AmiServersRegistrar.class)
public final class AmiAutoConfiguration {

	@Bean(ManagerFactory.BEAN_NAME)
	ManagerFactory asteriskManagerFactory(BeanFactory beanFactory, Environment environment,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<ManagerBuilderCustomizer> customizers) {
		return new ManagerFactory(beanFactory, environment, sslBundles, customizers);
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
	AmiListenerRegistry amiListenerRegistry(AmiServers servers, ManagerFactory factory,
			ApplicationEventPublisher publisher, ObjectProvider<AmiListenerInterceptor> interceptors) {
		return new AmiListenerRegistry(servers,
				(server) -> new AmiPropertiesMapper(factory.settings(server)).listenerOptions(), publisher,
				interceptors.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	AmiEventListenerProcessor amiEventListenerProcessor(ConfigurableListableBeanFactory beanFactory,
			AmiListenerRegistry registry) {
		return new AmiEventListenerProcessor(beanFactory, registry);
	}

	/**
	 * The beans of the only server.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnSingleServerCondition.class)
	static class SingleServerConfiguration {

		private static final String SERVER = "asterisk";

		@Bean
		@ConditionalOnMissingBean(AmiConnectionDetails.class)
		PropertiesAmiConnectionDetails amiConnectionDetails(ManagerFactory factory,
				ObjectProvider<SslBundles> sslBundles) {
			return new PropertiesAmiConnectionDetails(factory.settings(SERVER), sslBundles.getIfAvailable());
		}

		@Bean(destroyMethod = "close")
		@ConditionalOnMissingBean
		Manager asteriskManager(ManagerFactory factory, AmiConnectionDetails details) {
			return factory.manager(SERVER, details);
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(Manager.class)
		ManagerLifecycle managerLifecycle(Manager manager, AmiProperties properties, AmiConnectionDetails details) {
			return ManagerFactory.reloading(new ManagerLifecycle(manager, properties.isFailFast()), details);
		}

		@Bean(destroyMethod = "close")
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(Manager.class)
		@ConditionalOnBooleanProperty("asterisk.ami.live.enabled")
		AsteriskState asteriskState(Manager manager) {
			return new AsteriskState(manager);
		}

		@Bean(destroyMethod = "close")
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(AsteriskState.class)
		@ConditionalOnBooleanProperty("asterisk.ami.live.enabled")
		Calls asteriskCalls(AsteriskState state) {
			return new Calls(state.manager(), state);
		}

	}

}
