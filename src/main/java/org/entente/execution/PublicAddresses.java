package org.entente.execution;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Resolves the host of an endpoint and lets only public addresses through. The client then connects to the very address that was
 * checked, so a name that means one address when it is checked and another one a moment later gains nothing.
 */
public final class PublicAddresses implements SocketAddressResolver {
    private final boolean loopback;

    PublicAddresses(boolean loopback) {
        this.loopback = loopback;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        try {
            List<InetSocketAddress> addresses = new ArrayList<>();
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!isPublic(address) && !(loopback && address.isLoopbackAddress())) {
                    promise.failed(new UnknownHostException(
                            host + " is at " + address.getHostAddress() + ", which is not a public address"));
                    return;
                }
                addresses.add(new InetSocketAddress(address, port));
            }
            promise.succeeded(addresses);
        } catch (UnknownHostException e) {
            promise.failed(new UnknownHostException("unknown host " + host));
        }
    }

    /** Whether the address belongs to the internet, not to this machine, its network or a special range. */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address v4 -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address v6 -> isPublicV6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int a, int b, int c) {
        return a != 0
                && a < 240
                && !(a == 100 && b >= 64 && b < 128) // shared by providers
                && !(a == 192 && b == 0 && (c == 0 || c == 2))
                && !(a == 198 && (b == 18 || b == 19 || b == 51 && c == 100))
                && !(a == 203 && b == 0 && c == 113);
    }

    private static boolean isPublicV6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        // Only global unicast (2000::/3), without the ranges that carry an IPv4 address inside: 6to4, Teredo,
        // documentation.
        boolean global = (first & 0xe0) == 0x20;
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean special = first == 0x20 && second == 0x01 && (bytes[2] & 0xff) < 2;
        boolean documentation =
                first == 0x20 && second == 0x01 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return global && !sixToFour && !special && !documentation;
    }
}
