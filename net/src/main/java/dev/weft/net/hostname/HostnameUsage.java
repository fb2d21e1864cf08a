package dev.weft.net.hostname;

/// The help of `hostname`.
final class HostnameUsage {
    static final String TEXT = """
        Usage: hostname [-b] {hostname|-F file}         set host name (from file)
               hostname [-a|-A|-d|-f|-i|-I|-s|-y]       display formatted name
               hostname                                 display host name

               {yp,nis,}domainname {nisdomain|-F file}  set NIS domain name (from file)
               {yp,nis,}domainname                      display NIS domain name

               dnsdomainname                            display dns domain name

               hostname -V|--version|-h|--help          print info and exit

        Program name:
               {yp,nis,}domainname=hostname -y
               dnsdomainname=hostname -d

        Program options:
            -a, --alias            alias names
            -A, --all-fqdns        all long host names (FQDNs)
            -b, --boot             set default hostname if none available
            -d, --domain           DNS domain name
            -f, --fqdn, --long     long host name (FQDN)
            -F, --file             read host name or NIS domain name from given file
            -i, --ip-address       addresses for the host name
            -I, --all-ip-addresses all addresses for the host
            -s, --short            short host name
            -y, --yp, --nis        NIS/YP domain name

        Description:
           This command can get or set the host name or the NIS domain name. You can
           also get the DNS domain or the FQDN (fully qualified domain name).
           Unless you are using bind or NIS for host lookups you can change the
           FQDN (Fully Qualified Domain Name) and the DNS domain name (which is
           part of the FQDN) in the /etc/hosts file.
        """;

    private HostnameUsage() {}
}
