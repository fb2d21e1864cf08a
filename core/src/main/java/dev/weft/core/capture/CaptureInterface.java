package dev.weft.core.capture;

/// An interface that packets of a capture were taken from; a pcap file has one without a name.
public record CaptureInterface(String name, DataLink link, int snapLength) {}
