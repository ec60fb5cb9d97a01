package org.entente.web.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose word counts about who asks and by which address: {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. The same headers
 * from anybody else are ignored. Of several values only those count that a trusted proxy can have added: the last ones.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {
    /** No proxy is trusted. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final String PASSED_ON = TrustedProxies.class.getName();
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

    private final InetAddressSet trusted = new InetAddressSet();
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    private TrustedProxies(List<String> addresses) {
        addresses.forEach(address -> {
            if (!ADDRESS.matcher(address.replaceFirst("/[0-9]{1,3}$", "")).matches()) {
                throw unreadable(address);
            }
            try {
                trusted.add(address);
            } catch (IllegalArgumentException e) {
                throw unreadable(address);
            }
        });
        forwarded.setForwardedHeader(null);
        forwarded.setForwardedServerHeader(null);
        forwarded.setForwardedPortHeader(null);
        forwarded.setForwardedHttpsHeader(null);
        forwarded.setForwardedCipherSuiteHeader(null);
        forwarded.setForwardedSslSessionIdHeader(null);
    }

    /**
     * @param addresses such as {@code 127.0.0.1}, {@code 10.0.0.0/8} or {@code fd00::/8}
     * @throws IllegalArgumentException if one is not of that form
     */
    public static TrustedProxies of(List<String> addresses) {
        return addresses.isEmpty() ? NONE : new TrustedProxies(addresses);
    }

    private static IllegalArgumentException unreadable(String address) {
        return new IllegalArgumentException(
                "A trusted proxy must be an address such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, not " + address + ".");
    }

    /** Whether a trusted proxy has passed this request on. */
    public static boolean passedOn(Request request) {
        return request.getAttribute(PASSED_ON) != null;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress from = request.getConnectionMetaData().getRemoteSocketAddress();
        if (!(from instanceof InetSocketAddress peer)
                || peer.getAddress() == null
                || !trusted.test(peer.getAddress())) {
            return request;
        }
        request.setAttribute(PASSED_ON, true);
        HttpFields said = believed(request.getHeaders());
        return forwarded.customize(
                new Request.Wrapper(request) {
                    @Override
                    public HttpFields getHeaders() {
                        return said;
                    }
                },
                responseHeaders);
    }

    private HttpFields believed(HttpFields headers) {
        HttpFields.Mutable said = HttpFields.build(headers);
        replace(said, HttpHeader.X_FORWARDED_FOR, client(values(headers, HttpHeader.X_FORWARDED_FOR)));
        replace(
                said,
                HttpHeader.X_FORWARDED_PROTO,
                last(headers, HttpHeader.X_FORWARDED_PROTO).filter(scheme -> scheme.matches("https?")));
        replace(
                said,
                HttpHeader.X_FORWARDED_HOST,
                last(headers, HttpHeader.X_FORWARDED_HOST)
                        .filter(host -> HOST.matcher(host).matches()));
        return said.asImmutable();
    }

    private static void replace(HttpFields.Mutable headers, HttpHeader name, Optional<String> value) {
        headers.remove(name);
        value.ifPresent(text -> headers.put(new HttpField(name, text)));
    }

    /** The last address that is none of a trusted proxy: whatever stands before it, its sender may have made up. */
    private Optional<String> client(List<String> addresses) {
        Optional<String> client = Optional.empty();
        for (String address : addresses.reversed()) {
            Optional<InetAddress> read = read(address);
            if (read.isEmpty()) {
                return client;
            }
            client = read.map(InetAddress::getHostAddress);
            if (!trusted.test(read.get())) {
                return client;
            }
        }
        return client;
    }

    private static Optional<InetAddress> read(String address) {
        String plain = address.replaceFirst("^\\[(.*)](?::[0-9]+)?$", "$1").replaceFirst("^([0-9.]+):[0-9]+$", "$1");
        if (!ADDRESS.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> last(HttpFields headers, HttpHeader name) {
        List<String> values = values(headers, name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    private static List<String> values(HttpFields headers, HttpHeader name) {
        List<String> all = new ArrayList<>();
        headers.getValuesList(name).forEach(line -> Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(all::add));
        return all;
    }
}
