//! Whether a window can be opened here: a display that answers, the libraries the window system needs, a graphics
//! adapter. Asked before Bevy starts, which would otherwise stop the program where there is none.

use crate::words::{Lang, tr, tr_with};
use bevy::render::settings::{Backends, WgpuSettings};
use bevy::tasks::block_on;
use std::sync::OnceLock;

/// What is missing for a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No display is named.
    Display,
    /// The named display does not answer.
    Refused {
        /// As the environment names it.
        display: String,
    },
    /// A library of the window system.
    Library {
        /// The file's name.
        name: &'static str,
    },
    /// No graphics adapter, not even a software one.
    Adapter,
}

impl Missing {
    /// What to tell the player.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Display => tr(lang, "display-none").into_owned(),
            Self::Refused { display } => tr_with(lang, "display-refused", &[("display", display.into())]).into_owned(),
            Self::Library { name } => tr_with(lang, "display-library", &[("library", (*name).into())]).into_owned(),
            Self::Adapter => tr(lang, "display-adapter").into_owned(),
        }
    }
}

/// Whether a window can be opened, without opening one and without panicking.
///
/// # Errors
/// What is missing.
pub fn can_open_window() -> Result<(), Missing> {
    #[cfg(all(unix, not(target_os = "macos")))]
    unix::display_answers()?;
    backends().map(|_| ())
}

/// Where a Wayland display is named that is gone and one of X11 answers, the program begins anew without that name: the window
/// system would insist on it, and panic.
pub(in crate::game) fn leave_dead_wayland() {
    #[cfg(all(unix, not(target_os = "macos")))]
    if let Some(error) = unix::begun_anew_without_wayland() {
        tracing::warn!("the window may not open: {error}");
    }
}

/// The backends to draw with, window or not: the modern ones where they have an adapter, else any.
///
/// # Errors
/// When there is no adapter.
pub(in crate::game) fn backends() -> Result<Backends, Missing> {
    static FOUND: OnceLock<Option<Backends>> = OnceLock::new();
    FOUND.get_or_init(find_backends).ok_or(Missing::Adapter)
}

fn find_backends() -> Option<Backends> {
    // What the environment allows (WGPU_BACKEND), usually all. To ask only the modern ones first is quicker, and quieter.
    let allowed = WgpuSettings::default().backends?;
    [allowed & Backends::PRIMARY, allowed].into_iter().find(|backends| !backends.is_empty() && have_adapter(*backends))
}

fn have_adapter(backends: Backends) -> bool {
    let descriptor = wgpu::InstanceDescriptor { backends, ..wgpu::InstanceDescriptor::new_without_display_handle() };
    let instance = wgpu::Instance::new(descriptor);
    let options = wgpu::RequestAdapterOptions { power_preference: wgpu::PowerPreference::LowPower, force_fallback_adapter: false, compatible_surface: None };
    match block_on(instance.request_adapter(&options)) {
        Ok(adapter) => {
            tracing::debug!("graphics adapter: {:?}", adapter.get_info());
            true
        }
        Err(error) => {
            tracing::debug!("no graphics adapter: {error}");
            false
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod unix {
    use crate::game::window::display::Missing;
    use std::net::{TcpStream, ToSocketAddrs};
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    /// Loaded while running: a window without them ends in a panic deep in the window system's code.
    const FOR_X11: [&str; 5] = ["libX11.so.6", "libX11-xcb.so.1", "libXcursor.so.1", "libXi.so.6", "libxkbcommon-x11.so.0"];
    const FOR_WAYLAND: [&str; 2] = ["libwayland-client.so.0", "libxkbcommon.so.0"];

    fn variable(name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    /// Tries Wayland first, as the window system does.
    pub(super) fn display_answers() -> Result<(), Missing> {
        if variable("WAYLAND_SOCKET").is_some() {
            return libraries(&FOR_WAYLAND);
        }
        let wayland = variable("WAYLAND_DISPLAY");
        if let Some(name) = &wayland
            && UnixStream::connect(wayland_path(name)).is_ok()
        {
            return libraries(&FOR_WAYLAND);
        }
        let Some(display) = variable("DISPLAY") else {
            return Err(wayland.map_or(Missing::Display, |display| Missing::Refused { display }));
        };
        if !x11_answers(&display) {
            return Err(Missing::Refused { display });
        }
        libraries(&FOR_X11)
    }

    /// Comes back only where there is no need for it, or with the error that kept it from beginning anew.
    pub(super) fn begun_anew_without_wayland() -> Option<std::io::Error> {
        use std::os::unix::process::CommandExt;
        let name = variable("WAYLAND_DISPLAY").filter(|_| variable("WAYLAND_SOCKET").is_none())?;
        if UnixStream::connect(wayland_path(&name)).is_ok() || !variable("DISPLAY").is_some_and(|display| x11_answers(&display)) {
            return None;
        }
        match std::env::current_exe() {
            Ok(program) => Some(std::process::Command::new(program).args(std::env::args_os().skip(1)).env_remove("WAYLAND_DISPLAY").exec()),
            Err(error) => Some(error),
        }
    }

    fn wayland_path(name: &str) -> PathBuf {
        let folder = variable("XDG_RUNTIME_DIR").unwrap_or_default();
        Path::new(&folder).join(name)
    }

    /// `[host]:number[.screen]`, or the path of a socket.
    fn x11_answers(display: &str) -> bool {
        let Some((host, rest)) = display.rsplit_once(':') else {
            return false;
        };
        let Ok(number) = rest.split('.').next().unwrap_or_default().parse::<u16>() else {
            return false;
        };
        if host.starts_with('/') {
            return UnixStream::connect(display).is_ok() || UnixStream::connect(host).is_ok();
        }
        let local = host.is_empty() || host == "unix";
        if local && (UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).is_ok() || abstract_socket(number)) {
            return true;
        }
        let host = if local { "localhost" } else { host };
        let Some(port) = number.checked_add(6000) else {
            return false;
        };
        (host, port).to_socket_addrs().is_ok_and(|mut places| places.any(|place| TcpStream::connect_timeout(&place, Duration::from_secs(2)).is_ok()))
    }

    #[cfg(target_os = "linux")]
    fn abstract_socket(number: u16) -> bool {
        use std::os::linux::net::SocketAddrExt;
        std::os::unix::net::SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}")).is_ok_and(|place| UnixStream::connect_addr(&place).is_ok())
    }

    #[cfg(not(target_os = "linux"))]
    fn abstract_socket(_number: u16) -> bool {
        false
    }

    /// Looks the names up in the loader's list; where there is no such list, trusts that they are there.
    fn libraries(names: &[&'static str]) -> Result<(), Missing> {
        let Ok(list) = std::fs::read("/etc/ld.so.cache") else {
            return Ok(());
        };
        let paths = variable("LD_LIBRARY_PATH").unwrap_or_default();
        let is_there =
            |name: &str| list.windows(name.len()).any(|part| part == name.as_bytes()) || paths.split(':').any(|folder| Path::new(folder).join(name).exists());
        match names.iter().find(|name| !is_there(name)) {
            Some(name) => Err(Missing::Library { name }),
            None => Ok(()),
        }
    }

    #[cfg(test)]
    mod tests {
        use crate::game::window::display::unix::x11_answers;

        #[test]
        fn a_display_nobody_serves_does_not_answer() {
            for display in ["", "nonsense", ":", ":x", ":64999", "/no/such:0"] {
                assert!(!x11_answers(display), "{display}");
            }
        }
    }
}
