package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.MdcInterceptor;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.spring.agi.AgiScriptProcessor;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;

/**
 * The scripts, whichever servers there are for them.
 */
@Configuration(proxyBeanMethods = false)
class AgiScriptsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ScriptRegistry agiScriptRegistry() {
		return new ScriptRegistry();
	}

	// Before the advice of the application, so that what it logs tells the call, too
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 100)
	@ConditionalOnMissingBean
	MdcInterceptor agiMdcInterceptor() {
		return new MdcInterceptor();
	}

	@Bean
	@ConditionalOnMissingBean
	AgiScriptProcessor agiScriptProcessor(ConfigurableListableBeanFactory beanFactory, ScriptRegistry scripts) {
		ConversionService conversionService = beanFactory.getConversionService();
		return new AgiScriptProcessor(beanFactory, scripts,
				(conversionService != null) ? conversionService : ApplicationConversionService.getSharedInstance());
	}

}
