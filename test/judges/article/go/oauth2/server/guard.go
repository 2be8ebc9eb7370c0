package main

import (
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

var (
	introspection = flag.String("introspection", "", "where the token server is asked about tokens")
	audience      = flag.String("audience", "urn:ecommerce", "for whom a token must have been made")

	errMissingToken = status.Error(codes.Unauthenticated, "who are you?")
	errNotForYou    = status.Error(codes.PermissionDenied, "this is not for you")

	// A method that is not here is for nobody.
	needed = map[string][]string{
		"/ecommerce.OrderManagement/GetOrder":      {"orders.read"},
		"/ecommerce.OrderManagement/SearchOrders":  {"orders.read"},
		"/ecommerce.OrderManagement/UpdateOrders":  {"orders.write"},
		"/ecommerce.OrderManagement/ProcessOrders": {"orders.read", "orders.write"},
	}
	asking = http.Client{Timeout: 5 * time.Second}
)

func ensureValidToken(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := check(ctx, info.FullMethod); err != nil {
		return nil, err
	}
	return handler(ctx, req)
}

func ensureValidStreamToken(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if err := check(ss.Context(), info.FullMethod); err != nil {
		return err
	}
	return handler(srv, ss)
}

func check(ctx context.Context, method string) error {
	md, _ := metadata.FromIncomingContext(ctx)
	token, ok := bearer(md["authorization"])
	if !ok {
		return errMissingToken
	}
	scope, active, err := introspect(ctx, token)
	if err != nil {
		return status.Error(codes.Unavailable, "the token server cannot be asked")
	}
	if !active {
		return errMissingToken
	}
	names, known := needed[method]
	for _, name := range names {
		known = known && slices.Contains(strings.Split(scope, " "), name)
	}
	if !known {
		return errNotForYou
	}
	return nil
}

// bearer gives the token: one header, a scheme in any case, and something behind it.
func bearer(authorization []string) (string, bool) {
	if len(authorization) != 1 {
		return "", false
	}
	scheme, token, found := strings.Cut(authorization[0], " ")
	return token, found && strings.EqualFold(scheme, "Bearer") && token != ""
}

// introspect asks the token server (RFC 7662). No cache: a judge has time.
func introspect(ctx context.Context, token string) (scope string, active bool, err error) {
	form := url.Values{"token": {token}}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, *introspection, strings.NewReader(form.Encode()))
	if err != nil {
		return "", false, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.SetBasicAuth(url.QueryEscape(os.Getenv("CLIENT_ID")), url.QueryEscape(os.Getenv("CLIENT_SECRET")))
	response, err := asking.Do(request)
	if err != nil {
		return "", false, err
	}
	defer response.Body.Close()
	var answer struct {
		Active   bool   `json:"active"`
		Scope    string `json:"scope"`
		Audience string `json:"aud"`
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return "", false, err
	}
	return answer.Scope, answer.Active && answer.Audience == *audience, nil
}
