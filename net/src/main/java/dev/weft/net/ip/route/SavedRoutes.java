package dev.weft.net.ip.route;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Saves the routes of all tables; what addresses bring along comes by itself.
public final class SavedRoutes implements Saver {
    @Override
    public String title() {
        return "Routes";
    }

    /// What is not wanted goes last: gateways may have been reached by it.
    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            List<String> wanted = routes(namespace);
            List<String> present = routes(script.copyOf(namespace));
            for (String route : wanted) {
                if (!present.contains(route)) {
                    add(script, namespace, route);
                }
            }
            for (String route : present) {
                if (!wanted.contains(route)) {
                    script.run(namespace, "ip route del " + route);
                }
            }
        }
    }

    /// As words, gateways behind the routes that may lead to them.
    private static List<String> routes(NetNamespace namespace) {
        List<String> routes = new ArrayList<>();
        for (FibTable table : Fib.of(namespace).tables()) {
            table.forEach(entry -> routes.add(RoutePrinter.words(entry)));
        }
        routes.sort(Comparator.comparing(route -> route.contains(" via ")));
        return routes;
    }

    /// There may be another with the same key, and the gateway may have been reached in a way that is no more.
    private static void add(Rebuild script, NetNamespace namespace, String route) {
        boolean done = script.attempt(namespace, "ip route add " + route)
                || script.attempt(namespace, "ip route append " + route)
                || script.attempt(namespace, "ip route add " + onLink(route));
        if (!done) {
            script.run(namespace, "ip route append " + onLink(route));
        }
    }

    private static String onLink(String route) {
        return route.contains(" nexthop ")
                ? route.replace(" onlink", "").replaceAll("( weight [0-9]+)", "$1 onlink")
                : route + " onlink";
    }
}
