package io.pystrix.spring.agi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.spring.support.AnnotatedBeans;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.convert.ConversionService;

/**
 * Finds the beans and methods that are {@linkplain AgiScript scripts} and registers them,
 * when all singletons are there and before anything is started, so that no call meets an
 * empty registry. Beans of type {@link AgiInterceptor} are put around all scripts, in
 * their order, the first outermost; {@link AgiAdvice} is innermost.
 *
 * @since 0.1.0
 */
public final class AgiScriptProcessor implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ScriptRegistry scripts;

	private final ConversionService conversionService;

	/**
	 * Creates a processor.
	 * @param beanFactory where the beans are
	 * @param scripts where to register the scripts
	 * @param conversionService converts what the dialplan says
	 */
	public AgiScriptProcessor(ConfigurableListableBeanFactory beanFactory, ScriptRegistry scripts,
			ConversionService conversionService) {
		this.beanFactory = beanFactory;
		this.scripts = scripts;
		this.conversionService = conversionService;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ArgumentFactory arguments = new ArgumentFactory(this.beanFactory, this.conversionService);
		ScriptBeans beans = new ScriptBeans(this.beanFactory, arguments);
		AnnotatedBeans.forEach(this.beanFactory, beans::inspect);
		register(beans.scripts());
		addInterceptors();
		if (!beans.advice().isEmpty()) {
			this.scripts.addInterceptor(new AdviceInterceptor(beans.advice()));
		}
	}

	private void addInterceptors() {
		List<AgiInterceptor> present = this.scripts.interceptors();
		this.beanFactory.getBeanProvider(AgiInterceptor.class)
			.orderedStream()
			// A registry of the application's own may have them already
			.filter((interceptor) -> !present.contains(interceptor))
			.forEach(this.scripts::addInterceptor);
	}

	private void register(List<FoundScript> found) {
		Map<String, FoundScript> byPattern = new HashMap<>();
		for (FoundScript script : found) {
			Pattern pattern = script.pattern();
			FoundScript other = byPattern.putIfAbsent((pattern != null) ? pattern.pattern() : "", script);
			if (other != null || pattern == null && this.scripts.defaultScript().isPresent()) {
				throw duplicate(script, other, null);
			}
			if (pattern == null) {
				this.scripts.registerDefault(script.handler());
				continue;
			}
			try {
				this.scripts.register(script.name(), pattern, script.handler());
			}
			catch (IllegalStateException ex) {
				throw duplicate(script, null, ex);
			}
		}
	}

	private static InvalidHandlerException duplicate(FoundScript script, @Nullable FoundScript other,
			@Nullable Exception cause) {
		Pattern pattern = script.pattern();
		String what = (pattern != null) ? "a script for the pattern '" + pattern + "'" : "a default script";
		return new InvalidHandlerException(script.handler(),
				"There is " + what + " already" + ((other != null) ? ": " + other.handler() + "." : "."), cause);
	}

}
