package dev.weft.net.ip.fib;

import java.util.Arrays;

/// DIR-24-8 (Gupta, Lin, McKeown: Routing Lookups in Hardware at Memory Access Speeds, 1998): a word for each of the
/// 2²⁴ blocks of 256 addresses, which either is the answer or names a group of 256 words, one for each address.
///
/// Prefixes shorter than 8 bits live in a root of 256 words, which is asked when the block says nothing: so no change
/// writes more than 65,536 blocks, a default route 256 words. Words are [Ip4PrefixWord]s; a negative one names a group.
final class Dir24Index implements PrefixIndex {
    private static final int ROOT_LENGTH = 8;
    private static final int BLOCK_LENGTH = 24;
    private static final int GROUP = 0x8000_0000;

    private final int[] root = new int[1 << ROOT_LENGTH];
    private final int[] blocks = new int[1 << BLOCK_LENGTH];
    private int[] groups = new int[16 << 8];

    /// How many prefixes longer than 24 bits each group holds; of a free group, the next free one.
    private int[] groupSizes = new int[16];

    private int groupCount;
    private int firstFree = -1;

    // ---- lookup

    @Override
    public int lookup(int address) {
        int word = blocks[address >>> 8];
        if (word <= 0) {
            word = resolve(word, address);
        }
        return word;
    }

    /// Two passes, so that the processor has the cache misses of all addresses under way at once.
    @Override
    public void lookup(int[] addresses, int[] words, int count) {
        int[] table = blocks;
        for (int i = 0; i < count; i++) {
            words[i] = table[addresses[i] >>> 8];
        }
        for (int i = 0; i < count; i++) {
            if (words[i] <= 0) {
                words[i] = resolve(words[i], addresses[i]);
            }
        }
    }

    private int resolve(int block, int address) {
        int word = block < 0 ? groups[(block & ~GROUP) << 8 | address & 0xff] : 0;
        return word != 0 ? word : root[address >>> 24];
    }

    // ---- changes

    /// @param isNew the prefix was not there before
    void put(int prefix, int length, int word, boolean isNew) {
        if (length < ROOT_LENGTH) {
            cover(root, prefix >>> 24, 1 << ROOT_LENGTH - length, word);
        } else if (length <= BLOCK_LENGTH) {
            int first = prefix >>> 8;
            int end = first + (1 << BLOCK_LENGTH - length);
            for (int i = first; i < end; i++) {
                if (blocks[i] < 0) {
                    cover(groups, (blocks[i] & ~GROUP) << 8, 256, word);
                } else if (Ip4PrefixWord.length(blocks[i]) <= length) {
                    blocks[i] = word;
                }
            }
        } else {
            int group = groupOf(prefix >>> 8);
            groupSizes[group] += isNew ? 1 : 0;
            cover(groups, group << 8 | prefix & 0xff, 1 << 32 - length, word);
        }
    }

    /// @param successor the word of the next shorter prefix, 0 when there is none
    void remove(int prefix, int length, int successor) {
        if (length < ROOT_LENGTH) {
            uncover(root, prefix >>> 24, 1 << ROOT_LENGTH - length, length, successor);
            return;
        }
        int heir = Ip4PrefixWord.length(successor) < ROOT_LENGTH ? 0 : successor;
        if (length <= BLOCK_LENGTH) {
            int first = prefix >>> 8;
            int end = first + (1 << BLOCK_LENGTH - length);
            for (int i = first; i < end; i++) {
                if (blocks[i] < 0) {
                    uncover(groups, (blocks[i] & ~GROUP) << 8, 256, length, heir);
                } else if (Ip4PrefixWord.length(blocks[i]) == length) {
                    blocks[i] = heir;
                }
            }
        } else {
            int group = blocks[prefix >>> 8] & ~GROUP;
            uncover(groups, group << 8 | prefix & 0xff, 1 << 32 - length, length, heir);
            if (--groupSizes[group] == 0) {
                blocks[prefix >>> 8] = groups[group << 8];
                free(group);
            }
        }
    }

    /// Writes the word wherever no longer prefix is.
    private static void cover(int[] words, int first, int count, int word) {
        for (int i = first; i < first + count; i++) {
            if (Ip4PrefixWord.length(words[i]) <= Ip4PrefixWord.length(word)) {
                words[i] = word;
            }
        }
    }

    private static void uncover(int[] words, int first, int count, int length, int successor) {
        for (int i = first; i < first + count; i++) {
            if (Ip4PrefixWord.length(words[i]) == length) {
                words[i] = successor;
            }
        }
    }

    // ---- groups

    /// The group of a block, made when the block has none.
    private int groupOf(int block) {
        int word = blocks[block];
        if (word < 0) {
            return word & ~GROUP;
        }
        int group = allocate();
        Arrays.fill(groups, group << 8, group + 1 << 8, word);
        blocks[block] = GROUP | group;
        return group;
    }

    private int allocate() {
        int group = firstFree;
        if (group >= 0) {
            firstFree = groupSizes[group];
        } else {
            group = groupCount++;
            if (group == groupSizes.length) {
                groups = Arrays.copyOf(groups, 2 * groups.length);
                groupSizes = Arrays.copyOf(groupSizes, 2 * groupSizes.length);
            }
        }
        groupSizes[group] = 0;
        return group;
    }

    private void free(int group) {
        groupSizes[group] = firstFree;
        firstFree = group;
    }
}
