package io.pystrix.ami;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.pystrix.internal.Loggable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes connections: finds the address, connects, secures the link if wanted, and logs
 * in.
 */
final class Connector {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private final ManagerSettings settings;

	private final EventDispatcher dispatcher;

	private final Resolver resolver;

	Connector(ManagerSettings settings, EventDispatcher dispatcher) {
		this(settings, dispatcher, InetAddress::getAllByName);
	}

	Connector(ManagerSettings settings, EventDispatcher dispatcher, Resolver resolver) {
		this.settings = settings;
		this.dispatcher = dispatcher;
		this.resolver = resolver;
	}

	/**
	 * Connects to a peer and logs in. Tries the addresses of its host in order. A failure
	 * of TLS or of the login ends the attempt: the host is there, and its other addresses
	 * have nothing to add.
	 * @param authenticating run before the login
	 * @throws ManagerException if there is no usable connection
	 */
	Connection connect(AmiEndpoint endpoint, Runnable authenticating) {
		try {
			ConnectFailures<IOException> failures = new ConnectFailures<>();
			for (InetAddress address : this.resolver.resolve(endpoint.host())) {
				try {
					return connect(endpoint, address, authenticating);
				}
				catch (IOException ex) {
					failures.add(ex);
					if (ex instanceof SSLException) {
						break;
					}
				}
				catch (ManagerException ex) {
					IOException earlier = failures.reported();
					if (earlier != null) {
						ex.addSuppressed(earlier);
					}
					throw ex;
				}
			}
			IOException failure = failures.reported();
			throw (failure != null) ? failure : new UnknownHostException("it has no address");
		}
		catch (SocketTimeoutException ex) {
			ManagerTimeoutException timeout = new ManagerTimeoutException(
					endpoint + " did not answer within " + this.settings.connectTimeout().toMillis() + " ms",
					List.of());
			timeout.initCause(ex);
			throw timeout;
		}
		catch (IOException ex) {
			throw new ManagerConnectionException("Cannot connect to " + endpoint + ": " + ex.getMessage(), ex);
		}
	}

	private Connection connect(AmiEndpoint endpoint, InetAddress address, Runnable authenticating) throws IOException {
		int timeout = Math.toIntExact(this.settings.connectTimeout().toMillis());
		Socket wire = new Socket();
		ReadDeadline deadline = new ReadDeadline(wire);
		boolean usable = false;
		try {
			wire.setTcpNoDelay(true);
			wire.setKeepAlive(true);
			wire.connect(new InetSocketAddress(address, endpoint.port()), timeout);
			deadline.expireAfter(this.settings.connectTimeout());
			Connection connection = new Connection(secured(wire, endpoint), wire, deadline, endpoint, this.settings,
					this.dispatcher);
			Credentials credentials = this.settings.credentials();
			if (credentials != null) {
				authenticating.run();
				new Login(this.settings).perform(connection, credentials);
			}
			usable = true;
			return connection;
		}
		catch (IOException ex) {
			throw deadline.explained(ex);
		}
		finally {
			deadline.neverExpire();
			if (!usable) {
				close(wire);
			}
		}
	}

	private Socket secured(Socket wire, AmiEndpoint endpoint) throws IOException {
		Supplier<SSLContext> context = this.settings.sslContext();
		if (context == null) {
			return wire;
		}
		SSLSocket socket = (SSLSocket) current(context).getSocketFactory()
			.createSocket(wire, endpoint.host(), endpoint.port(), true);
		configure(socket);
		socket.startHandshake();
		return socket;
	}

	private static SSLContext current(Supplier<SSLContext> context) throws IOException {
		try {
			return context.get();
		}
		catch (Throwable ex) {
			Throwable failure = Loggable.of(ex);
			throw new SSLException("the supplier of the TLS context failed: " + failure, failure);
		}
	}

	private void configure(SSLSocket socket) {
		SSLParameters wanted = this.settings.sslParameters();
		if (wanted != null) {
			socket.setSSLParameters(wanted);
		}
		// The socket gives a copy, so the parameters of the user stay as they are
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm((this.settings.verifyHostname()) ? "HTTPS" : null);
		socket.setSSLParameters(parameters);
	}

	/**
	 * Finds the addresses of a host.
	 */
	@FunctionalInterface
	interface Resolver {

		InetAddress[] resolve(String host) throws UnknownHostException;

	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			logger.debug("A socket could not be closed", ex);
		}
	}

}
