/** Networks with answers: addresses. */
import type { ExposureCase } from './kit.ts';
import { vpc, igw, resource, subnet, table, uses, toGateway, net, rule, group, vm, ssh, variable } from './kit.ts';

export const addresses: readonly ExposureCase[] = [
  {
    name: 'an elastic IP',
    code:
      net +
      ssh +
      vm('web', 'public', 'ssh', 'associate_public_ip_address = false') +
      resource('aws_eip', 'e', 'instance = aws_instance.web.id'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'an elastic IP by association',
    code:
      net +
      ssh +
      vm('web', 'public', 'ssh', 'associate_public_ip_address = false') +
      resource('aws_eip', 'e') +
      resource('aws_eip_association', 'a', 'instance_id = aws_instance.web.id', 'allocation_id = aws_eip.e.id'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'an elastic IP in a private subnet',
    code: net + ssh + vm('web', 'private', 'ssh') + resource('aws_eip', 'e', 'instance = aws_instance.web.id'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'an elastic IP of an interface made beforehand',
    code:
      net +
      ssh +
      resource('aws_network_interface', 'n', 'subnet_id = aws_subnet.public.id', 'security_groups = [aws_security_group.ssh.id]') +
      resource('aws_instance', 'web', 'network_interface {\nnetwork_interface_id = aws_network_interface.n.id\ndevice_index = 0\n}') +
      resource('aws_eip', 'e', 'network_interface = aws_network_interface.n.id'),
    expect: { 'aws_instance.web': 'yes tcp/22', 'aws_network_interface.n': 'yes tcp/22' },
  },
  {
    name: 'an interface made beforehand gets no address from its subnet',
    code:
      net +
      ssh +
      resource('aws_network_interface', 'n', 'subnet_id = aws_subnet.public.id', 'security_groups = [aws_security_group.ssh.id]') +
      resource('aws_instance', 'web', 'network_interface {\nnetwork_interface_id = aws_network_interface.n.id\ndevice_index = 0\n}'),
    expect: { 'aws_network_interface.n': 'no, but: public address' },
  },
  {
    name: 'the instance asks for an address where its subnet gives none',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24') +
      table('a', toGateway) +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh', 'associate_public_ip_address = true'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'whether it has an address is not known',
    code: `${variable('public')}${net}${ssh}${vm('web', 'public', 'ssh', 'associate_public_ip_address = var.public')}`,
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'a launch template asks for an address',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24') +
      table('a', toGateway) +
      uses('a') +
      ssh +
      resource(
        'aws_launch_template',
        't',
        'network_interfaces {\nassociate_public_ip_address = true\nsecurity_groups = [aws_security_group.ssh.id]\n}',
      ) +
      resource(
        'aws_autoscaling_group',
        'g',
        'vpc_zone_identifier = [aws_subnet.a.id]',
        'launch_template {\nid = aws_launch_template.t.id\n}',
      ),
    expect: { 'aws_autoscaling_group.g': 'yes tcp/22' },
  },
  {
    name: 'an instance with what its launch template says',
    code:
      net +
      ssh +
      resource('aws_launch_template', 't', 'vpc_security_group_ids = [aws_security_group.ssh.id]') +
      resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id', 'launch_template {\nid = aws_launch_template.t.id\n}'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a launch configuration',
    code:
      net +
      ssh +
      resource('aws_launch_configuration', 'c', 'security_groups = [aws_security_group.ssh.id]', 'associate_public_ip_address = true') +
      resource(
        'aws_autoscaling_group',
        'g',
        'vpc_zone_identifier = [aws_subnet.public.id]',
        'launch_configuration = aws_launch_configuration.c.name',
      ),
    expect: { 'aws_autoscaling_group.g': 'yes tcp/22' },
  },
  {
    name: 'a task with a public address',
    code:
      net +
      ssh +
      resource(
        'aws_ecs_service',
        's',
        'network_configuration {\nsubnets = [aws_subnet.public.id]\nsecurity_groups = [aws_security_group.ssh.id]\nassign_public_ip = true\n}',
      ),
    expect: { 'aws_ecs_service.s': 'yes tcp/22' },
  },
  {
    name: 'a task without one, whatever its subnet gives',
    code:
      net +
      ssh +
      resource(
        'aws_ecs_service',
        's',
        'network_configuration {\nsubnets = [aws_subnet.public.id]\nsecurity_groups = [aws_security_group.ssh.id]\n}',
      ),
    expect: { 'aws_ecs_service.s': 'no, but: public address' },
  },
  {
    name: 'a function in a public subnet takes no connections',
    code:
      net +
      group('all', rule('0-65535', '0.0.0.0/0')) +
      resource(
        'aws_lambda_function',
        'f',
        'function_name = "orders"',
        'vpc_config {\nsubnet_ids = [aws_subnet.public.id]\nsecurity_group_ids = [aws_security_group.all.id]\n}',
      ),
    expect: { 'aws_lambda_function.f': 'no' },
  },
];
