#!/bin/bash
# What a fresh namespace says about IPv4.
for key in icmp_echo_ignore_all icmp_echo_ignore_broadcasts icmp_errors_use_inbound_ifaddr icmp_ignore_bogus_error_responses \
    icmp_msgs_burst icmp_msgs_per_sec icmp_ratelimit icmp_ratemask ip_default_ttl ip_dynaddr ip_forward \
    ip_forward_update_priority ip_forward_use_pmtu ip_local_port_range ip_no_pmtu_disc ip_nonlocal_bind \
    ip_unprivileged_port_start ipfrag_max_dist ipfrag_time ping_group_range fib_multipath_hash_policy \
    fwmark_reflect min_pmtu mtu_expires min_adv_mss; do
    sysctl net.ipv4.$key
    sysctl net.ipv4.route.$key 2>/dev/null
done
sysctl -a 2>/dev/null | grep '^net.ipv4.conf.lo\.'
sysctl -a 2>/dev/null | grep '^net.ipv4.neigh.lo\.' | grep -v unres_qlen
sysctl -a 2>/dev/null | grep '^net.bridge'
