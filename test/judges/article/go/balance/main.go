package main

import (
	"context"
	"flag"
	"log"
	"sort"
	"strings"
	"time"

	"google.golang.org/grpc"
	_ "google.golang.org/grpc/balancer/leastrequest"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/resolver"
	"google.golang.org/grpc/resolver/manual"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

var (
	addrs  = flag.String("addr", "localhost:50051", "the addresses to connect to, with commas")
	config = flag.String("config", `{"loadBalancingConfig":[{"round_robin":{}}]}`, "the service config")
	warm   = flag.Bool("warm", true, "begin to count once every server has answered")
	calls  = flag.Int("calls", 300, "how many calls are counted")
	every  = flag.Duration("every", 0, "how long to wait between two calls")
)

func main() {
	flag.Parse()
	var addresses []resolver.Address
	for _, addr := range strings.Split(*addrs, ",") {
		addresses = append(addresses, resolver.Address{Addr: addr})
	}
	r := manual.NewBuilderWithScheme("shop")
	r.InitialState(resolver.State{Addresses: addresses})

	conn, err := grpc.NewClient("shop:///orders",
		grpc.WithResolvers(r),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultServiceConfig(*config))
	if err != nil {
		log.Fatalf("did not connect: %v", err)
	}
	defer conn.Close()
	client := pb.NewOrderManagementClient(conn)

	seen := map[string]bool{}
	for deadline := time.Now().Add(10 * time.Second); *warm && len(seen) < len(addresses); {
		if time.Now().After(deadline) {
			log.Fatalf("%d of %d servers have answered", len(seen), len(addresses))
		}
		if addr, err := callUnary(client); err == nil {
			seen[addr] = true
		}
	}

	counts := map[string]int{}
	failed := 0
	log.Print("counting")
	for i := 0; i < *calls; i++ {
		addr, err := callUnary(client)
		if err != nil {
			failed++
			log.Printf("failed: %v", err)
		} else {
			counts[addr]++
		}
		time.Sleep(*every)
	}
	var servers []string
	for addr := range counts {
		servers = append(servers, addr)
	}
	sort.Strings(servers)
	for _, addr := range servers {
		log.Printf("server %s %d", addr, counts[addr])
	}
	log.Printf("failed %d", failed)
}

func callUnary(client pb.OrderManagementClient) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	var p peer.Peer
	_, err := client.GetOrder(ctx, &wrapperspb.StringValue{Value: "101"}, grpc.Peer(&p))
	if err != nil {
		return "", err
	}
	return p.Addr.String(), nil
}
