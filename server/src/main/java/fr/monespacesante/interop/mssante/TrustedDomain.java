package fr.monespacesante.interop.mssante;

/// A mail domain of MSSanté.
///
/// @param name in lower case
/// @param operator the DNS name that its operator's certificate bears
/// @param host and `port` of the relay that takes mail for it
record TrustedDomain(String name, String operator, String host, int port) {}
