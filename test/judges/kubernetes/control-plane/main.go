// A control plane in one program, for the judge: etcd, the API server of Kubernetes, its controllers
// that make Pods of a Deployment and endpoints of Pods, and the kubelet's own gRPC probe.
//
//	control-plane serve FOLDER          says in a line of JSON how it is reached; ends with its stdin
//	control-plane probe HOST PORT [SERVICE]
//	control-plane json FILE             YAML as JSON
package main

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"go.etcd.io/etcd/server/v3/embed"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/pkg/controller/deployment"
	"k8s.io/kubernetes/pkg/controller/endpointslice"
	"k8s.io/kubernetes/pkg/controller/replicaset"
	grpcprobe "k8s.io/kubernetes/pkg/probe/grpc"
	"sigs.k8s.io/yaml"
)

const token = "judge"

func main() {
	switch os.Args[1] {
	case "serve":
		serve(os.Args[2])
	case "probe":
		probe(os.Args[2:])
	case "json":
		text, err := os.ReadFile(os.Args[2])
		must(err)
		text, err = yaml.YAMLToJSON(text)
		must(err)
		os.Stdout.Write(text)
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// probe does what the kubelet does for `grpc: { port, service }`.
func probe(args []string) {
	port, err := strconv.Atoi(args[1])
	must(err)
	service := ""
	if len(args) > 2 {
		service = args[2]
	}
	result, text, err := grpcprobe.New().Probe(args[0], service, port, time.Second)
	must(err)
	must(json.NewEncoder(os.Stdout).Encode(map[string]string{"result": string(result), "text": text}))
}

func serve(folder string) {
	store := startStore(folder)
	port := freePort()
	key := filepath.Join(folder, "service-account.pem")
	writeKey(key)
	tokens := filepath.Join(folder, "tokens.csv")
	must(os.WriteFile(tokens, []byte(token+",judge,judge,system:masters\n"), 0o600))
	command := apiserver.NewAPIServerCommand()
	command.SetArgs([]string{
		"--etcd-servers=" + store,
		"--secure-port=" + strconv.Itoa(port),
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		"--cert-dir=" + folder,
		"--service-account-key-file=" + key,
		"--service-account-signing-key-file=" + key,
		"--service-account-issuer=https://judge.test",
		"--token-auth-file=" + tokens,
		"--authorization-mode=AlwaysAllow",
		"--service-cluster-ip-range=10.0.0.0/24",
		// Nobody makes service accounts here.
		"--disable-admission-plugins=ServiceAccount",
	})
	go func() { must(command.Execute()) }()
	address := fmt.Sprintf("https://127.0.0.1:%d", port)
	waitUntilReady(address)
	startControllers(address)
	must(json.NewEncoder(os.Stdout).Encode(map[string]string{
		"url":   address,
		"token": token,
		"ca":    filepath.Join(folder, "apiserver.crt"),
	}))
	// Whoever started it is gone, or has had enough.
	io.Copy(io.Discard, os.Stdin)
	os.Exit(0)
}

func startStore(folder string) string {
	config := embed.NewConfig()
	config.Dir = filepath.Join(folder, "etcd")
	config.LogLevel = "error"
	at := func() url.URL {
		return url.URL{Scheme: "http", Host: fmt.Sprintf("127.0.0.1:%d", freePort())}
	}
	client, peer := at(), at()
	config.ListenClientUrls, config.AdvertiseClientUrls = []url.URL{client}, []url.URL{client}
	config.ListenPeerUrls, config.AdvertisePeerUrls = []url.URL{peer}, []url.URL{peer}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	must(err)
	<-etcd.Server.ReadyNotify()
	return client.String()
}

func startControllers(address string) {
	config := &rest.Config{
		Host:            address,
		BearerToken:     token,
		QPS:             500,
		Burst:           500,
		TLSClientConfig: rest.TLSClientConfig{Insecure: true},
	}
	client, err := kubernetes.NewForConfig(config)
	must(err)
	ctx := context.Background()
	shared := informers.NewSharedInformerFactory(client, 0)
	apps, core := shared.Apps().V1(), shared.Core().V1()
	deployments, err := deployment.NewDeploymentController(
		ctx, apps.Deployments(), apps.ReplicaSets(), core.Pods(), client)
	must(err)
	sets := replicaset.NewReplicaSetController(
		ctx, apps.ReplicaSets(), core.Pods(), client, replicaset.BurstReplicas)
	slices := endpointslice.NewController(
		ctx, core.Pods(), core.Services(), core.Nodes(), shared.Discovery().V1().EndpointSlices(),
		100, client, 0)
	shared.Start(ctx.Done())
	go deployments.Run(ctx, 2)
	go sets.Run(ctx, 2)
	go slices.Run(ctx, 2)
}

func waitUntilReady(address string) {
	client := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(100 * time.Millisecond) {
		request, err := http.NewRequest("GET", address+"/readyz", nil)
		must(err)
		request.Header.Set("Authorization", "Bearer "+token)
		response, err := client.Do(request)
		if err == nil {
			response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return
			}
		}
		if time.Now().After(end) {
			must(fmt.Errorf("the API server is not ready after two minutes"))
		}
	}
}

func freePort() int {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

func writeKey(file string) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	must(err)
	block := &pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}
	must(os.WriteFile(file, pem.EncodeToMemory(block), 0o600))
}
