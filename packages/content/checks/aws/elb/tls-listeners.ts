/** A classic load balancer cannot redirect: a plain listener serves plain text. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Classic load balancers use TLS', ja: 'Classic Load Balancer のリスナーが TLS を使用している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elb.load-balancer',
  why: {
    en: 'Everything that a plain HTTP or TCP listener carries, sessions and passwords too, can be read and changed on the way.',
    ja: '平文の HTTP・TCP リスナーを通る通信は、セッションやパスワードも含めて経路上で読み書きできます。',
  },
  fix: {
    summary: { en: 'Use HTTPS or SSL listeners with a certificate.', ja: '証明書を指定した HTTPS または SSL リスナーを使ってください。' },
    terraform: `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "http"
    instance_port      = 8080
    ssl_certificate_id = "arn:aws:acm:ap-northeast-1:123456789012:certificate/1111"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      Listeners:
        - Protocol: HTTPS
          LoadBalancerPort: "443"
          InstanceProtocol: HTTP
          InstancePort: "8080"
          SSLCertificateId: arn:aws:acm:ap-northeast-1:123456789012:certificate/1111`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html'],
  equivalents: ['CKV_AWS_376', 'CKV_AWS_127', 'ELB.3', 'prowler:elb_ssl_listeners', 'cloudsploit:elbHttpsOnly'],
  evaluate(balancer) {
    const plain = find(balancer.listeners, ({ protocol }) => protocol !== 'HTTPS' && protocol !== 'SSL');
    if (!plain) return pass();
    const port = shown(() => plain.port) ?? '?';
    return fail({
      en: `Load balancer ${balancer.name} takes plain ${plain.protocol} on port ${port}`,
      ja: `ロードバランサー ${balancer.name} はポート ${port} で平文の ${plain.protocol} を受け付けています`,
    });
  },
  examples: [
    fails(
      'HTTP',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  listener {
    lb_protocol       = "http"
    lb_port           = 80
    instance_protocol = "http"
    instance_port     = 8080
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      Listeners:
        - Protocol: HTTP
          LoadBalancerPort: "80"
          InstanceProtocol: HTTP
          InstancePort: "8080"`,
      },
    ),
    fails(
      'HTTPS beside HTTP',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "http"
    instance_port      = 8080
    ssl_certificate_id = "arn:aws:acm:ap-northeast-1:123456789012:certificate/1111"
  }
  listener {
    lb_protocol       = "http"
    lb_port           = 80
    instance_protocol = "http"
    instance_port     = 8080
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      Listeners:
        - Protocol: HTTPS
          LoadBalancerPort: "443"
          InstanceProtocol: HTTP
          InstancePort: "8080"
          SSLCertificateId: arn:aws:acm:ap-northeast-1:123456789012:certificate/1111
        - Protocol: HTTP
          LoadBalancerPort: "80"
          InstanceProtocol: HTTP
          InstancePort: "8080"`,
      },
    ),
    passes(
      'HTTPS',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "http"
    instance_port      = 8080
    ssl_certificate_id = "arn:aws:acm:ap-northeast-1:123456789012:certificate/1111"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      Listeners:
        - Protocol: HTTPS
          LoadBalancerPort: "443"
          InstanceProtocol: HTTP
          InstancePort: "8080"
          SSLCertificateId: arn:aws:acm:ap-northeast-1:123456789012:certificate/1111`,
      },
    ),
  ],
});
