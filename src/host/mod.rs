//! The class host: a teacher's laptop that students reach with any browser. It keeps classes, shows each seat its view and passes on what
//! people decide; it holds no rule.

pub mod addresses;
pub mod app;
pub mod class;
pub mod limits;
pub mod secret;
pub mod web;

use app::{Host, NotStarted};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

/// Ports that are tried in turn where none was asked for.
pub const PORTS: [u16; 5] = [8080, 8081, 8090, 8888, 0];
/// So often the clocks of the classes are looked at.
const TICK: Duration = Duration::from_millis(200);
/// So long open pages are waited for when the host stops; what they have sent is kept already.
const GRACE: Duration = Duration::from_secs(1);

/// Why a host stopped or did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Its classes.
    #[error("{0}")]
    NotStarted(#[from] NotStarted),
    /// No port was free, or the network failed.
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// A place for the host to be reached at: the port asked for, else the first of [`PORTS`] that is free.
///
/// # Errors
/// If none is.
pub fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let ports = port.map_or_else(|| PORTS.to_vec(), |port| vec![port]);
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in ports {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::UNSPECIFIED, port))) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Serves until the process is asked to stop.
///
/// # Errors
/// If the network fails.
pub fn serve(host: Host, listener: TcpListener) -> Result<(), ServeError> {
    // each open page is a file to the system
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let host = Arc::new(host);
    runtime.block_on(async move {
        listener.set_nonblocking(true)?;
        let clocks = host.clone();
        tokio::spawn(async move {
            let mut tick = tokio::time::interval(TICK);
            loop {
                tick.tick().await;
                let clocks = clocks.clone();
                if tokio::task::spawn_blocking(move || clocks.tick()).await.is_err() {
                    tracing::error!("looking at the clocks ended early");
                }
            }
        });
        let handle = axum_server::Handle::new();
        let stopping = handle.clone();
        tokio::spawn(async move {
            asked_to_stop().await;
            stopping.graceful_shutdown(Some(GRACE));
        });
        let mut server = axum_server::from_tcp(listener)?.handle(handle);
        server.http_builder().http1().header_read_timeout(Duration::from_secs(10)).timer(hyper_util::rt::TokioTimer::new());
        server.serve(web::router(host).into_make_service()).await?;
        Ok(())
    })
}

async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = tokio::signal::ctrl_c().await;
    }
}
