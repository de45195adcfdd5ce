package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"k8s.io/client-go/tools/clientcmd"
	clientcmdapi "k8s.io/client-go/tools/clientcmd/api"
)

const validity = 10 * 365 * 24 * time.Hour

// identity is one certificate; those with a user get a kubeconfig beside it.
type identity struct {
	file       string
	name       string
	groups     []string
	kubeconfig bool
}

type pki struct {
	dir    string
	server string
	ips    []net.IP
	names  []string
	ca     *x509.Certificate
	caKey  *ecdsa.PrivateKey
	caPem  []byte
}

func newPkiCommand() *cobra.Command {
	p := &pki{}
	var node string
	cmd := &cobra.Command{
		Use:   "pki",
		Short: "Writes the certificates, service-account keys and kubeconfigs of one cluster",
		RunE: func(*cobra.Command, []string) error {
			return p.writeAll(node)
		},
	}
	cmd.Flags().StringVar(&p.dir, "dir", "", "directory to write to")
	cmd.Flags().StringVar(&p.server, "server", "", "address of the API server, https://host:port")
	cmd.Flags().IPSliceVar(&p.ips, "ip", nil, "addresses in the serving certificates")
	cmd.Flags().StringVar(&node, "node", "node-1", "name of the node that the kubelet's certificate is for")
	return cmd
}

func (p *pki) writeAll(node string) error {
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		return err
	}
	p.names = []string{"localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local", node}
	if err := p.createAuthority(); err != nil {
		return err
	}
	for _, id := range []identity{
		{"apiserver", "kube-apiserver", nil, false},
		{"front-proxy", "front-proxy-client", nil, false},
		{"admin", "longshore-admin", []string{"system:masters"}, true},
		{"controller-manager", "system:kube-controller-manager", nil, true},
		{"scheduler", "system:kube-scheduler", nil, true},
		{"node", "system:node:" + node, []string{"system:nodes"}, true},
	} {
		if err := p.issue(id); err != nil {
			return err
		}
	}
	return p.createServiceAccountKeys()
}

func (p *pki) createAuthority() error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	template, err := template(pkix.Name{CommonName: "longshore-local-cluster"})
	if err != nil {
		return err
	}
	template.IsCA = true
	template.BasicConstraintsValid = true
	template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return err
	}
	p.caKey = key
	if p.ca, err = x509.ParseCertificate(der); err != nil {
		return err
	}
	p.caPem = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	if err := p.write("ca.crt", p.caPem); err != nil {
		return err
	}
	_, err = p.writeKey("ca.key", key)
	return err
}

func (p *pki) issue(id identity) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	template, err := template(pkix.Name{CommonName: id.name, Organization: id.groups})
	if err != nil {
		return err
	}
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth}
	template.DNSNames = p.names
	template.IPAddresses = p.ips
	der, err := x509.CreateCertificate(rand.Reader, template, p.ca, key.Public(), p.caKey)
	if err != nil {
		return err
	}
	certPem := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	if err := p.write(id.file+".crt", certPem); err != nil {
		return err
	}
	keyPem, err := p.writeKey(id.file+".key", key)
	if err != nil || !id.kubeconfig {
		return err
	}
	return p.writeKubeconfig(id.file, certPem, keyPem)
}

// The data is inlined, so that the file can be copied and merged by its user.
func (p *pki) writeKubeconfig(user string, cert, key []byte) error {
	config := clientcmdapi.NewConfig()
	config.Clusters["longshore"] = &clientcmdapi.Cluster{Server: p.server, CertificateAuthorityData: p.caPem}
	config.AuthInfos[user] = &clientcmdapi.AuthInfo{ClientCertificateData: cert, ClientKeyData: key}
	config.Contexts["longshore"] = &clientcmdapi.Context{Cluster: "longshore", AuthInfo: user}
	config.CurrentContext = "longshore"
	return clientcmd.WriteToFile(*config, filepath.Join(p.dir, user+".kubeconfig"))
}

func (p *pki) createServiceAccountKeys() error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	if _, err := p.writeKey("service-account.key", key); err != nil {
		return err
	}
	der, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return err
	}
	return p.write("service-account.pub", pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
}

func (p *pki) writeKey(file string, key *ecdsa.PrivateKey) ([]byte, error) {
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	encoded := pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})
	return encoded, p.write(file, encoded)
}

func (p *pki) write(file string, content []byte) error {
	return os.WriteFile(filepath.Join(p.dir, file), content, 0o600)
}

func template(subject pkix.Name) (*x509.Certificate, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	if err != nil {
		return nil, err
	}
	now := time.Now()
	// An hour back, for machines whose clocks disagree a little.
	return &x509.Certificate{SerialNumber: serial, Subject: subject, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(validity)}, nil
}
