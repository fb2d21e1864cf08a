package dev.weft.net.netfilter.set;

import dev.weft.core.packet.Packet;
import dev.weft.core.time.Clock;
import dev.weft.net.netfilter.table.HookState;
import java.util.Arrays;

/// A set of sets, in an order (kernel: `ip_set_list_set.c`).
final class ListSet extends IpSet {
    private static final int BYTES = 80;
    private static final int ELEMENT_BYTES = 48;
    private static final int FEWEST = 4;

    private final Sets sets;
    private final Extensions extensions;
    /// Indexes of sets, in order; each one's slot in the extensions beside it.
    private int[] members = {};

    private int[] slots = {};
    private int capacity;
    private int found;

    ListSet(String name, SetType type, SetOptions options, Sets sets, Clock clock) {
        super(name, type, options);
        this.sets = sets;
        extensions = new Extensions(clock, options);
    }

    // ---- packets

    @Override
    Found find(Packet packet, HookState state, SetQuery query) {
        for (int i = 0; i < members.length; i++) {
            boolean there =
                    !extensions.isExpired(slots[i]) && sets.at(members[i]).test(packet, state, query.ofMembers());
            if (there && extensions.matches(slots[i], packet.length(), query)) {
                found = i;
                return Found.YES;
            }
        }
        return Found.NO;
    }

    /// Its own element's when it has such, else the member's.
    @Override
    long foundMapping() {
        return options.skbinfo
                ? extensions.mark(slots[found])
                : sets.at(members[found]).foundMapping();
    }

    @Override
    long foundClass() {
        return options.skbinfo
                ? extensions.priority(slots[found])
                : sets.at(members[found]).foundClass();
    }

    @Override
    public boolean add(Packet packet, HookState state, SetQuery query, long seconds, boolean renew) {
        for (int i = 0; i < members.length; i++) {
            if (!extensions.isExpired(slots[i]) && sets.at(members[i]).add(packet, state, query, seconds, renew)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean delete(Packet packet, HookState state, SetQuery query) {
        for (int i = 0; i < members.length; i++) {
            if (!extensions.isExpired(slots[i]) && sets.at(members[i]).delete(packet, state, query)) {
                return true;
            }
        }
        return false;
    }

    // ---- the command

    private int position(int index) {
        for (int i = 0; i < members.length; i++) {
            if (members[i] == index) {
                return i;
            }
        }
        return -1;
    }

    /// The index of the set that the element names.
    private int named(Element element) {
        int index = sets.index(element.name);
        if (index < 0) {
            throw new SetRefusal(SetRefusal.NO_ELEMENT_SET);
        }
        if (sets.at(index).type() == SetType.LIST_SET) {
            throw new SetRefusal(SetRefusal.LOOP);
        }
        return index;
    }

    /// The index of the set that the element is to stand beside, -1 for none.
    private int reference(Element element) {
        String reference = element.reference;
        if (reference == null) {
            return -1;
        }
        int index = sets.index(reference);
        if (index < 0) {
            throw new SetRefusal(SetRefusal.NO_REFERENCE);
        }
        return index;
    }

    @Override
    void add(Element element, boolean exists) {
        check(element.values);
        expire();
        int index = named(element);
        int reference = reference(element);
        int at = position(index);
        if (at >= 0) {
            if (!exists) {
                throw new SetRefusal(SetRefusal.ADDED);
            }
            extensions.set(slots[at], element.values);
            return;
        }
        int beside = reference < 0 ? -1 : position(reference);
        if (reference >= 0 && beside < 0) {
            throw new SetRefusal(SetRefusal.REFERENCE_NOT_ADDED);
        }
        int place = reference < 0 ? members.length : element.isBefore ? beside : beside + 1;
        insert(place, index);
        extensions.set(slots[place], element.values);
    }

    private void insert(int place, int index) {
        int slot = 0;
        while (isUsed(slot)) {
            slot++;
        }
        if (slot >= capacity) {
            capacity = Math.max(8, 2 * capacity);
            extensions.grow(capacity);
        }
        members = inserted(members, place, index);
        slots = inserted(slots, place, slot);
        IpSet member = sets.at(index);
        member.references(member.references() + 1);
    }

    private boolean isUsed(int slot) {
        return Arrays.stream(slots).anyMatch(s -> s == slot);
    }

    private static int[] inserted(int[] array, int place, int value) {
        int[] longer = new int[array.length + 1];
        System.arraycopy(array, 0, longer, 0, place);
        longer[place] = value;
        System.arraycopy(array, place, longer, place + 1, array.length - place);
        return longer;
    }

    private void remove(int place) {
        IpSet member = sets.at(members[place]);
        member.references(member.references() - 1);
        extensions.clear(slots[place]);
        members = removed(members, place);
        slots = removed(slots, place);
    }

    private static int[] removed(int[] array, int place) {
        int[] shorter = Arrays.copyOf(array, array.length - 1);
        System.arraycopy(array, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }

    private boolean isPlaced(int at, int reference, boolean before) {
        int beside = at + (before ? 1 : -1);
        return reference < 0 || beside >= 0 && beside < members.length && members[beside] == reference;
    }

    @Override
    void delete(Element element, boolean exists) {
        expire();
        int index = named(element);
        int reference = reference(element);
        int at = position(index);
        if (at < 0) {
            if (!exists) {
                throw new SetRefusal(reference < 0 ? SetRefusal.NOT_ADDED : SetRefusal.REFERENCE_NOT_ADDED);
            }
            return;
        }
        if (!isPlaced(at, reference, element.isBefore)) {
            throw new SetRefusal(SetRefusal.REFERENCE_NOT_ADDED);
        }
        remove(at);
    }

    @Override
    boolean test(Element element) {
        expire();
        String reference = element.reference;
        int at = position(sets.index(element.name));
        int beside = reference == null ? -1 : sets.index(reference);
        boolean known = reference == null || beside >= 0;
        return at >= 0 && known && isPlaced(at, beside, element.isBefore);
    }

    private void expire() {
        for (int i = members.length - 1; i >= 0; i--) {
            if (extensions.isExpired(slots[i])) {
                remove(i);
            }
        }
    }

    @Override
    void flush() {
        while (members.length > 0) {
            remove(members.length - 1);
        }
    }

    // ---- telling

    @Override
    int count() {
        expire();
        return members.length;
    }

    @Override
    long memoryBytes() {
        int each = ELEMENT_BYTES + Extensions.bytesWith(0, options);
        return BYTES + (long) members.length * each + extensions.commentBytes();
    }

    @Override
    void header(MemberText to) {
        to.value("size", Long.toString(Math.max(FEWEST, options.size)));
        describeExtensions(to);
    }

    @Override
    void members(MemberText to) {
        for (int i = 0; i < members.length; i++) {
            to.element(sets.at(members[i]).name());
            extensions.describe(slots[i], to);
        }
    }
}
