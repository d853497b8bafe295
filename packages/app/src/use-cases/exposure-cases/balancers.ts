/** Networks with answers: balancers. */
import type { ExposureCase } from './kit.ts';
import { resource, net, rule, group, vm, variable, lb, listener, target, httpGroup, behind } from './kit.ts';

export const balancers: readonly ExposureCase[] = [
  {
    name: 'a load balancer, targets that take only from it',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'yes tcp/80', 'aws_instance.app': 'no', 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'an internal load balancer',
    code:
      net +
      httpGroup +
      behind +
      lb('internal = true', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: public address', 'aws_lb.front > aws_instance.app': 'none' },
  },
  { name: 'no listener', code: net + httpGroup + lb('security_groups = [aws_security_group.http.id]'), expect: { 'aws_lb.front': 'no' } },
  {
    name: 'a listener on a port that the group keeps shut',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(8443) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: security group' },
  },
  {
    name: 'a load balancer in a private subnet',
    code:
      net +
      httpGroup +
      resource('aws_lb', 'front', 'subnets = [aws_subnet.private.id]', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      behind +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: igw route' },
  },
  {
    name: 'targets that do not take from the load balancer',
    code:
      net +
      httpGroup +
      group('other', rule('8080', '198.51.100.0/24')) +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'other'),
    expect: { 'aws_lb.front': 'yes tcp/80', 'aws_lb.front > aws_instance.app': 'none' },
  },
  {
    name: 'targets that take from the VPC',
    code:
      net +
      httpGroup +
      group('inner', rule('0-65535', '10.0.0.0/16')) +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'inner'),
    expect: { 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a network load balancer keeps the caller’s address',
    code:
      net +
      group('clients', rule('8080', '0.0.0.0/0')) +
      lb('load_balancer_type = "network"') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"') +
      vm('app', 'private', 'clients'),
    expect: { 'aws_lb.front': 'yes tcp/80', 'aws_lb.front > aws_instance.app': 'yes tcp/8080', 'aws_instance.app': 'no' },
  },
  {
    name: 'a network load balancer keeps the caller’s address, which the target refuses',
    code:
      net +
      group('inner', rule('8080', '10.0.0.0/16')) +
      lb('load_balancer_type = "network"') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"') +
      vm('app', 'private', 'inner'),
    expect: { 'aws_lb.front > aws_instance.app': 'none' },
  },
  {
    name: 'a network load balancer that is told not to keep it',
    code:
      net +
      group('inner', rule('8080', '10.0.0.0/16')) +
      lb('load_balancer_type = "network"') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"', 'preserve_client_ip = false') +
      vm('app', 'private', 'inner'),
    expect: { 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a network load balancer with a group',
    code:
      net +
      group('few', rule('80', '198.51.100.0/24')) +
      behind.replace('.http.', '.few.') +
      lb('load_balancer_type = "network"', 'security_groups = [aws_security_group.few.id]') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"') +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: security group', '198.51.100.0/24 > aws_lb.front': 'yes tcp/80' },
  },
  {
    name: 'a listener’s rule leads elsewhere',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      resource(
        'aws_lb_listener',
        'p80',
        'load_balancer_arn = aws_lb.front.arn',
        'port = 80',
        'protocol = "HTTP"',
        'default_action {\ntype = "fixed-response"\n}',
      ) +
      resource(
        'aws_lb_listener_rule',
        'r',
        'listener_arn = aws_lb_listener.p80.arn',
        'action {\ntype = "forward"\ntarget_group_arn = aws_lb_target_group.app.arn\n}',
      ) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a classic load balancer',
    code:
      net +
      httpGroup +
      behind +
      resource(
        'aws_elb',
        'front',
        'subnets = [aws_subnet.public.id]',
        'security_groups = [aws_security_group.http.id]',
        'instances = [aws_instance.app.id]',
        'listener {\nlb_port = 80\nlb_protocol = "http"\ninstance_port = 8080\ninstance_protocol = "http"\n}',
      ) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_elb.front': 'yes tcp/80', 'aws_elb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a scheme that is not known',
    code:
      variable('internal') +
      net +
      httpGroup +
      behind +
      lb('internal = var.internal', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'unknown tcp/80', 'aws_lb.front > aws_instance.app': 'unknown tcp/8080' },
  },
  {
    name: 'an auto scaling group that registers itself',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      resource('aws_lb_target_group', 'app', 'port = 8080', 'vpc_id = aws_vpc.main.id') +
      resource('aws_launch_template', 't', 'vpc_security_group_ids = [aws_security_group.behind.id]') +
      resource(
        'aws_autoscaling_group',
        'g',
        'vpc_zone_identifier = [aws_subnet.private.id]',
        'target_group_arns = [aws_lb_target_group.app.arn]',
        'launch_template {\nid = aws_launch_template.t.id\n}',
      ),
    expect: { 'aws_lb.front > aws_autoscaling_group.g': 'yes tcp/8080' },
  },
  {
    name: 'a service that registers itself',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      resource('aws_lb_target_group', 'app', 'port = 80', 'target_type = "ip"', 'vpc_id = aws_vpc.main.id') +
      resource(
        'aws_ecs_service',
        's',
        'network_configuration {\nsubnets = [aws_subnet.private.id]\nsecurity_groups = [aws_security_group.behind.id]\n}',
        'load_balancer {\ntarget_group_arn = aws_lb_target_group.app.arn\ncontainer_port = 8080\n}',
      ),
    expect: { 'aws_lb.front > aws_ecs_service.s': 'yes tcp/8080' },
  },
];
