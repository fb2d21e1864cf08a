package dev.weft.net.netfilter.set;

/// How a set is to be created (`ipset create NAME TYPE …`).
final class SetOptions {
    boolean ip6;
    long hashSize = 1024;
    long maxElements = 65536;
    int netmask;
    int[] bitmask = {};
    long timeout = -1;
    boolean counters;
    boolean comment;
    boolean skbinfo;
    boolean forceAdd;
    int bucketSize = 12;
    int seed;
    boolean hasSeed;
    int from;
    int to;
    long size = 8;

    boolean hasTimeout() {
        return timeout >= 0;
    }
}
