package dev.weft.net.netfilter.set;

/// A set's refusal of a request, in the words of ipset(8) (kernel: `enum ipset_errno`).
public final class SetRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String NO_SET = "The set with the given name does not exist";
    static final String CREATED = "Set cannot be created: set with the same name already exists";
    static final String UNSUPPORTED = "Kernel error received: set type not supported";
    static final String DESTROY_BUSY = "Set cannot be destroyed: it is in use by a kernel component";
    static final String RENAME_BUSY = "Set cannot be renamed: it is in use by another system";
    static final String RENAME_TAKEN = "Set cannot be renamed: a set with the new name already exists";
    static final String SWAP_NO_SECOND = "Sets cannot be swapped: the second set does not exist";
    static final String SWAP_TYPES = "The sets cannot be swapped: their type does not match";
    static final String ADDED = "Element cannot be added to the set: it's already added";
    static final String NOT_ADDED = "Element cannot be deleted from the set: it's not added";
    static final String CIDR = "The value of the CIDR parameter of the IP address is invalid";
    static final String TIMEOUT = "Timeout cannot be used: set was created without timeout support";
    static final String COUNTER = "Packet/byte counters cannot be used: set was created without counter support";
    static final String COMMENT = "Comment cannot be used: set was created without comment support";
    static final String SKBINFO = "Skbinfo mapping cannot be used: set was created without skbinfo support";
    static final String FULL = "Hash is full, cannot add more elements";
    static final String NULL_ELEMENT = "Null-valued element, cannot be stored in a hash type of set";
    static final String RANGE = "Element is out of the range of the set";
    static final String RANGE_SIZE = "The range you specified exceeds the size limit of the set type";
    static final String NO_ELEMENT_SET = "Set to be added/deleted/tested as element does not exist.";
    static final String LOOP = "Sets with list:set type cannot be added to the set.";
    static final String NO_REFERENCE = "The set to which you referred with 'before' or 'after' does not exist.";
    static final String REFERENCE_NOT_ADDED =
            "The set to which you referred with 'before' or 'after' is not added to the set.";

    SetRefusal(String text) {
        super(text, null, false, false);
    }

    /// The sentence behind `ipset v7.17: `.
    public String text() {
        String text = super.getMessage();
        return text == null ? "" : text;
    }
}
