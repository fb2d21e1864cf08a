package dev.weft.net.ip.rule;

import dev.weft.net.link.LinkEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Notifier;

/// Tells rules that name devices when those come, go, or get other names (kernel: `fib_rules_event`).
public final class RuleDevices {
    public static final Notifier.Listener LISTENER = RuleDevices::happened;

    private RuleDevices() {}

    private static void happened(NetEvent event) {
        if (!(event instanceof LinkEvent link)) {
            return;
        }
        PolicyRules rules = PolicyRules.known(link.namespace());
        if (rules != null) {
            switch (link.kind()) {
                case REGISTER, CHANGE_NAME -> rules.attach();
                case UNREGISTER -> rules.detach(link.device());
                case UP, GOING_DOWN, DOWN, CHANGE, CHANGE_MTU, CHANGE_ADDRESS, CHANGE_MASTER -> {}
            }
        }
    }
}
