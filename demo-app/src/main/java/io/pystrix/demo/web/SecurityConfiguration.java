package io.pystrix.demo.web;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may do what: everything without a login, and nothing before one.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** What is set by the page itself, and nothing from elsewhere. */
	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
			+ " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
			+ " require-trusted-types-for 'script'";

	private static final String LOGIN_PAGE = "/login.html";

	private static final String[] BEFORE_LOGIN = { LOGIN_PAGE, "/login", "/icon.svg", "/css/*", "/js/dom.js",
			"/js/theme.js", "/js/login.js" };

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, Access access) {
		http.headers(
				(headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
					.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER)));
		// SameOriginFilter keeps other sites away, without a token that every client
		// needs
		http.csrf((csrf) -> csrf.disable());
		http.requestCache((cache) -> cache.disable());
		if (access.isLoginRequired()) {
			login(http);
		}
		else {
			http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		}
		return http.build();
	}

	private static void login(HttpSecurity http) {
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
					.permitAll()
					.requestMatchers(BEFORE_LOGIN)
					.permitAll()
					.anyRequest()
					.authenticated());
		http.formLogin((form) -> form.loginPage(LOGIN_PAGE)
			.loginProcessingUrl("/login")
			.defaultSuccessUrl("/", true)
			.failureUrl(LOGIN_PAGE + "?failed"));
		http.logout((logout) -> logout.logoutSuccessUrl(LOGIN_PAGE));
		http.httpBasic((basic) -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
		http.exceptionHandling((handling) -> handling.authenticationEntryPoint(entryPoint()));
	}

	// A page is led to the login, and a program told that it needs one, without a
	// challenge: a browser would ask for the password by a window of its own
	private static AuthenticationEntryPoint entryPoint() {
		AuthenticationEntryPoint refusal = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
		AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint(LOGIN_PAGE);
		return (request, response, exception) -> {
			boolean page = "/".equals(request.getServletPath()) || "/index.html".equals(request.getServletPath());
			(page ? login : refusal).commence(request, response, exception);
		};
	}

	@Bean
	UserDetailsService users(Access access) {
		return new InMemoryUserDetailsManager(access.users());
	}

}
