// grpc-go as a peer of the benchmark: a server, or a client with one connection. It does what its
// parent asks, a line of JSON at a time, and answers each line with one (compiled-process.ts).
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"bench/pb"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

type server struct{ pb.UnimplementedBenchServer }

func (server) Greet(_ context.Context, request *pb.GreetRequest) (*pb.Greeting, error) {
	return &pb.Greeting{Message: "Hello, " + request.Name + "!"}, nil
}

func (server) Download(request *pb.DownloadRequest, stream grpc.ServerStreamingServer[pb.Piece]) error {
	piece := &pb.Piece{Body: make([]byte, request.Size)}
	for range request.Count {
		if err := stream.Send(piece); err != nil {
			return err
		}
	}
	return nil
}

type ask struct {
	Name     string
	Port     int
	Ms       float64
	InFlight int
	Count    uint32
	Size     uint32
}

var client pb.BenchClient

func serve() (any, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := grpc.NewServer()
	pb.RegisterBenchServer(s, server{})
	go s.Serve(listener)
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func connect(port int) (any, error) {
	target := fmt.Sprintf("passthrough:///127.0.0.1:%d", port)
	connection, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	client = pb.NewBenchClient(connection)
	return nil, greet()
}

func greet() error {
	reply, err := client.Greet(context.Background(), &pb.GreetRequest{Name: "world"})
	if err == nil && reply.Message != "Hello, world!" {
		err = fmt.Errorf("the answer was %q", reply.Message)
	}
	return err
}

func download(count, size uint32) error {
	request := &pb.DownloadRequest{Count: count, Size: size}
	stream, err := client.Download(context.Background(), request)
	if err != nil {
		return err
	}
	var got, bytes uint64
	for {
		piece, err := stream.Recv()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		got++
		bytes += uint64(len(piece.Body))
	}
	if got != uint64(count) || bytes != uint64(count)*uint64(size) {
		return fmt.Errorf("%d messages with %d bytes came", got, bytes)
	}
	return nil
}

// So many calls in flight all the time, or one stream after the other, for about ask.Ms.
func run(ask ask) (any, error) {
	cpu, start := cpuMs(), time.Now()
	end := start.Add(time.Duration(ask.Ms * float64(time.Millisecond)))
	var count atomic.Int64
	var failed atomic.Value
	var all sync.WaitGroup
	for range max(1, ask.InFlight) {
		all.Go(func() {
			for time.Now().Before(end) {
				err, done := error(nil), int64(1)
				if ask.InFlight > 0 {
					err = greet()
				} else {
					err, done = download(ask.Count, ask.Size), int64(ask.Count)
				}
				if err != nil {
					failed.Store(err)
					return
				}
				count.Add(done)
			}
		})
	}
	all.Wait()
	if err := failed.Load(); err != nil {
		return nil, err.(error)
	}
	ms := float64(time.Since(start).Microseconds()) / 1000
	return map[string]any{"count": count.Load(), "ms": ms, "cpuMs": cpuMs() - cpu}, nil
}

func cpuMs() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	ms := func(t syscall.Timeval) float64 { return float64(t.Sec)*1000 + float64(t.Usec)/1000 }
	return ms(usage.Utime) + ms(usage.Stime)
}

func answer(ask ask) (any, error) {
	switch ask.Name {
	case "serve":
		return serve()
	case "connect":
		return connect(ask.Port)
	case "run":
		return run(ask)
	case "cpu":
		return cpuMs(), nil
	}
	return nil, fmt.Errorf("there is no question %q", ask.Name)
}

func main() {
	out := json.NewEncoder(os.Stdout)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var question ask
		err := json.Unmarshal(lines.Bytes(), &question)
		var said any
		if err == nil {
			said, err = answer(question)
		}
		if err != nil {
			out.Encode(map[string]any{"error": err.Error()})
		} else {
			out.Encode(map[string]any{"answer": said})
		}
	}
}
