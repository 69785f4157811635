//! Where students reach this computer: its addresses, the likeliest first.

use std::net::{IpAddr, Ipv4Addr};

/// An interface of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// As the system calls it.
    pub name: String,
    /// Its address.
    pub address: IpAddr,
}

/// The addresses of this computer, the likeliest first.
#[must_use]
pub fn found() -> Vec<Ipv4Addr> {
    let all = if_addrs::get_if_addrs().unwrap_or_default();
    ranked(all.into_iter().map(|interface| Interface { address: interface.ip(), name: interface.name }).collect())
}

/// Addresses at which phones in the room may reach a computer with these interfaces: first those of Wi-Fi and cable, then all else, and
/// last what leads only to this computer's own machines (containers, virtual machines, tunnels). The loopback is left out.
#[must_use]
pub fn ranked(interfaces: Vec<Interface>) -> Vec<Ipv4Addr> {
    let mut list: Vec<(u8, u8, Ipv4Addr)> = interfaces
        .into_iter()
        .filter_map(|interface| match interface.address {
            IpAddr::V4(address) if !address.is_loopback() && !address.is_unspecified() => Some((by_name(&interface.name), by_range(address), address)),
            _ => None,
        })
        .collect();
    list.sort_unstable();
    list.dedup();
    list.into_iter().map(|(.., address)| address).collect()
}

fn by_name(name: &str) -> u8 {
    let name = name.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let begins = |parts: &[&str]| parts.iter().any(|part| name.starts_with(part));
    if has(&["docker", "vethernet", "wsl", "virtual", "vmware", "vmnet", "vbox", "hyper-v", "vpn", "tailscale", "zerotier", "podman", "lxc"])
        || begins(&["br-", "veth", "virbr", "tun", "tap", "utun", "wg", "ppp", "zt"])
    {
        3
    } else if begins(&["wl", "wi-fi", "wifi", "wlan", "airport"]) || name.contains("无线") {
        0
    } else if begins(&["en", "eth", "ethernet", "以太网"]) {
        1
    } else {
        2
    }
}

/// Private addresses first, as schools and homes have them; what a system gives itself when nobody gave it one comes last.
fn by_range(address: Ipv4Addr) -> u8 {
    match address.octets() {
        [192, 168, ..] => 0,
        [10, ..] => 1,
        [172, 16..=31, ..] => 2,
        [169, 254, ..] => 4,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(interfaces: &[(&str, &str)]) -> Vec<String> {
        let made = interfaces.iter().map(|(name, address)| Interface { name: (*name).to_owned(), address: address.parse().expect("an address") });
        ranked(made.collect()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn case_26_a_phone_is_shown_the_wifi_and_not_a_container_a_tunnel_or_the_loopback() {
        let linux = [("lo", "127.0.0.1"), ("docker0", "172.17.0.1"), ("tun0", "10.8.0.2"), ("wlp3s0", "10.20.30.40"), ("eth0", "192.168.1.20")];
        assert_eq!(order(&linux), ["10.20.30.40", "192.168.1.20", "10.8.0.2", "172.17.0.1"]);
        let windows =
            [("vEthernet (WSL)", "172.28.0.1"), ("以太网", "192.168.0.5"), ("Wi-Fi", "192.168.0.6"), ("VirtualBox Host-Only Network", "192.168.56.1")];
        assert_eq!(order(&windows), ["192.168.0.6", "192.168.0.5", "192.168.56.1", "172.28.0.1"]);
        let mac = [("lo0", "127.0.0.1"), ("utun3", "100.64.0.7"), ("en0", "169.254.3.4"), ("en1", "192.168.3.4"), ("en0", "fe80::1")];
        assert_eq!(order(&mac), ["192.168.3.4", "169.254.3.4", "100.64.0.7"]);
        assert!(order(&[]).is_empty());
    }
}
