//! tonic as a peer of the benchmark: a server, or a client with one connection. It does what its
//! parent asks, a line of JSON at a time, and answers each line with one (compiled-process.ts).

mod pb {
    tonic::include_proto!("bench");
}

use pb::bench_client::BenchClient;
use pb::bench_server::{Bench, BenchServer};
use pb::{DownloadRequest, GreetRequest, Greeting, Piece};
use serde_json::{json, Value};
use std::io::{stdin, stdout, Write};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tonic::transport::{server::TcpIncoming, Channel, Endpoint, Server};
use tonic::{Request, Response, Status};

type Failure = Box<dyn std::error::Error + Send + Sync>;

struct Service;

#[tonic::async_trait]
impl Bench for Service {
    async fn greet(&self, request: Request<GreetRequest>) -> Result<Response<Greeting>, Status> {
        let message = format!("Hello, {}!", request.into_inner().name);
        Ok(Response::new(Greeting { message }))
    }

    type DownloadStream = tokio_stream::Iter<Pieces>;

    async fn download(
        &self,
        request: Request<DownloadRequest>,
    ) -> Result<Response<Self::DownloadStream>, Status> {
        let DownloadRequest { count, size } = request.into_inner();
        let body = vec![0x61; size as usize];
        Ok(Response::new(tokio_stream::iter(Pieces { left: count, body })))
    }
}

struct Pieces {
    left: u32,
    body: Vec<u8>,
}

impl Iterator for Pieces {
    type Item = Result<Piece, Status>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        Some(Ok(Piece { body: self.body.clone() }))
    }
}

async fn serve() -> Result<Value, Failure> {
    let incoming = TcpIncoming::bind("127.0.0.1:0".parse()?)?.with_nodelay(Some(true));
    let port = incoming.local_addr()?.port();
    let server = Server::builder().add_service(BenchServer::new(Service));
    tokio::spawn(server.serve_with_incoming(incoming));
    Ok(json!(port))
}

async fn connect(port: u64) -> Result<BenchClient<Channel>, Failure> {
    let endpoint = Endpoint::from_shared(format!("http://127.0.0.1:{port}"))?;
    let client = BenchClient::new(endpoint.connect().await?);
    greet(&mut client.clone()).await?;
    Ok(client)
}

async fn greet(client: &mut BenchClient<Channel>) -> Result<(), Failure> {
    let reply = client.greet(GreetRequest { name: "world".into() }).await?.into_inner();
    if reply.message != "Hello, world!" {
        return Err(format!("the answer was {:?}", reply.message).into());
    }
    Ok(())
}

async fn download(client: &mut BenchClient<Channel>, count: u32, size: u32) -> Result<(), Failure> {
    let mut stream = client.download(DownloadRequest { count, size }).await?.into_inner();
    let (mut got, mut bytes) = (0u64, 0u64);
    while let Some(piece) = stream.message().await? {
        got += 1;
        bytes += piece.body.len() as u64;
    }
    if got != count as u64 || bytes != count as u64 * size as u64 {
        return Err(format!("{got} messages with {bytes} bytes came").into());
    }
    Ok(())
}

/// So many calls in flight all the time, or one stream after the other, for about `ms`.
async fn run(client: &BenchClient<Channel>, ask: &Value) -> Result<Value, Failure> {
    let in_flight = ask["inFlight"].as_u64().unwrap_or(0);
    let (count, size) = (number(ask, "count") as u32, number(ask, "size") as u32);
    let (cpu, start) = (cpu_ms(), Instant::now());
    let end = start + Duration::from_secs_f64(ask["ms"].as_f64().unwrap_or(0.0) / 1000.0);
    let mut all = JoinSet::new();
    for _ in 0..in_flight.max(1) {
        let mut client = client.clone();
        all.spawn(async move {
            let mut done = 0u64;
            while Instant::now() < end {
                if in_flight > 0 {
                    greet(&mut client).await?;
                    done += 1;
                } else {
                    download(&mut client, count, size).await?;
                    done += count as u64;
                }
            }
            Ok::<u64, Failure>(done)
        });
    }
    let mut total = 0;
    while let Some(done) = all.join_next().await {
        total += done??;
    }
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    Ok(json!({ "count": total, "ms": ms, "cpuMs": cpu_ms() - cpu }))
}

fn number(ask: &Value, name: &str) -> u64 {
    ask[name].as_u64().unwrap_or(0)
}

fn cpu_ms() -> f64 {
    let mut usage = unsafe { std::mem::zeroed::<libc::rusage>() };
    unsafe { libc::getrusage(libc::RUSAGE_SELF, &mut usage) };
    let ms = |t: libc::timeval| t.tv_sec as f64 * 1000.0 + t.tv_usec as f64 / 1000.0;
    ms(usage.ru_utime) + ms(usage.ru_stime)
}

async fn answer(ask: Value, client: &mut Option<BenchClient<Channel>>) -> Result<Value, Failure> {
    match ask["name"].as_str() {
        Some("serve") => serve().await,
        Some("connect") => {
            *client = Some(connect(number(&ask, "port")).await?);
            Ok(Value::Null)
        }
        Some("run") => run(client.as_ref().ok_or("not connected")?, &ask).await,
        Some("cpu") => Ok(json!(cpu_ms())),
        _ => Err("there is no such question".into()),
    }
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut client = None;
    loop {
        let line = tokio::task::spawn_blocking(|| {
            let mut line = String::new();
            stdin().read_line(&mut line).map(|_| line)
        });
        let line = line.await??;
        if line.is_empty() {
            return Ok(());
        }
        let said = match answer(serde_json::from_str(&line)?, &mut client).await {
            Ok(said) => json!({ "answer": said }),
            Err(error) => json!({ "error": error.to_string() }),
        };
        writeln!(stdout(), "{said}")?;
    }
}
