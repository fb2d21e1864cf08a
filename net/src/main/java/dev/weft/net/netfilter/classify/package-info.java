/// Finds the rules that a packet may match among thousands, in their order, without trying them one by one.
///
/// A rule demands something of some of a packet's fields ([Demand]). For each field, its values fall into classes:
/// values that satisfy the same rules are one class, and the class has a row of bits, one for each rule. The rows of a
/// packet's classes, combined by AND, are the rules that it matches (the bit vectors of Lakshman and Stiliadis, with
/// the summaries of Baboescu and Varghese). See `docs/decisions/classifier.md`.
@NullMarked
package dev.weft.net.netfilter.classify;

import org.jspecify.annotations.NullMarked;
