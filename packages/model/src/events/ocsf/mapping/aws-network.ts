/** Flow logs, access logs and query logs of AWS. */
import type { OcsfField, OcsfMapping, OcsfRule } from '../types.ts';
import { about, constant, eventId, HTTP_METHODS, httpStatus, only, source, take, unknownUser, verdict } from './common.ts';

const flow = (name: string, ...others: readonly string[]): readonly string[] => [name, name.replaceAll('-', '_'), ...others];

/** One record for a direction of a connection; `Traffic` where it was let through, `Refuse` where it was not. */
export const awsVpcFlow: OcsfMapping = {
  source: 'aws.vpc-flow',
  rules: [
    { classUid: 4001, activityId: 5, when: [{ path: 'action', is: ['REJECT'] }] },
    { classUid: 4001, activityId: 6 },
  ],
  fields: [
    ...about({ name: 'VPC Flow Logs', vendor: 'AWS', provider: 'AWS', isControl: true }),
    ...verdict('action', ['ACCEPT'], ['REJECT']),
    constant('action_id', 0),
    take('metadata.product.version', 'version'),
    take('time', 'start', 'unix-seconds'),
    take('start_time', 'start', 'unix-seconds'),
    take('end_time', 'end', 'unix-seconds'),
    take('cloud.account.uid', [...flow('account-id', 'accountId'), '@account']),
    take('cloud.region', ['region', '@region']),
    take('cloud.zone', flow('az-id')),
    take('src_endpoint.ip', flow('srcaddr', 'srcAddr'), 'address'),
    take('src_endpoint.port', ['srcport', 'srcPort'], 'integer'),
    take('src_endpoint.intermediate_ips', flow('pkt-srcaddr'), 'list'),
    take('src_endpoint.svc_name', flow('pkt-src-aws-service')),
    take('src_endpoint.interface_uid', flow('interface-id', 'interfaceId')),
    take('src_endpoint.instance_uid', flow('instance-id', 'instanceId')),
    take('src_endpoint.subnet_uid', flow('subnet-id')),
    take('src_endpoint.vpc_uid', flow('vpc-id')),
    take('dst_endpoint.ip', flow('dstaddr', 'dstAddr'), 'address'),
    take('dst_endpoint.port', ['dstport', 'dstPort'], 'integer'),
    take('dst_endpoint.intermediate_ips', flow('pkt-dstaddr'), 'list'),
    take('dst_endpoint.svc_name', flow('pkt-dst-aws-service')),
    take('connection_info.protocol_num', 'protocol', 'integer'),
    take('connection_info.tcp_flags', flow('tcp-flags'), 'integer'),
    { to: 'connection_info.protocol_ver_id', from: ['type'], values: { IPv4: 4, IPv6: 6, EFA: 99 }, otherwise: 0 },
    { to: 'connection_info.direction_id', from: flow('flow-direction'), values: { ingress: 1, egress: 2 }, otherwise: 0 },
    // Same VPC, gateway, virtual private gateway, peerings, local gateway, and the two of Nitro.
    {
      to: 'connection_info.boundary_id',
      from: flow('traffic-path'),
      values: { '1': 4, '2': 5, '3': 6, '4': 7, '5': 8, '6': 9, '7': 10, '8': 11 },
    },
    take('traffic.bytes', 'bytes', 'integer'),
    take('traffic.packets', 'packets', 'integer'),
    take('status_code', flow('log-status')),
    take('status_detail', flow('reject-reason')),
    { to: 'status_id', from: ['action'], values: { ACCEPT: 1, REJECT: 2 }, otherwise: 0 },
  ],
};

const methods = (path: string): readonly OcsfRule[] => [
  ...Object.entries(HTTP_METHODS).map(([method, activityId]) => ({
    classUid: 4002,
    activityId,
    when: [{ path, startsWith: [`${method} `] }],
  })),
  { classUid: 4002, activityId: 99 },
];
const plainMethods = (path: string): readonly OcsfRule[] => [
  ...Object.entries(HTTP_METHODS).map(([method, activityId]) => ({ classUid: 4002, activityId, when: [{ path, is: [method] }] })),
  { classUid: 4002, activityId: 99 },
];

const operations = (activityId: number, ...startsWith: readonly string[]): OcsfRule => ({
  classUid: 6005,
  activityId,
  when: [{ path: 'operation', startsWith }],
});

export const awsS3Access: OcsfMapping = {
  source: 'aws.s3-access',
  rules: [
    operations(8, 'REST.GET.BUCKET', 'REST.GET.UPLOADS', 'REST.LIST'),
    operations(1, 'REST.GET.', 'REST.HEAD.', 'WEBSITE.GET.', 'WEBSITE.HEAD.', 'SOAP.GET', 'REST.OPTIONS.'),
    operations(4, 'REST.POST.SELECT'),
    operations(7, 'REST.DELETE.', 'BATCH.DELETE.', 'REST.POST.MULTI_OBJECT_DELETE', 'S3.EXPIRE.', 'S3.DELETE.'),
    operations(5, 'REST.PUT.OBJECT', 'REST.PUT.PART', 'REST.POST.', 'REST.COPY.', 'S3.CREATE.'),
    operations(2, 'REST.PUT.', 'S3.TRANSITION'),
    { classUid: 6005, activityId: 99 },
  ],
  fields: [
    ...about({ name: 'S3 server access logs', vendor: 'AWS', provider: 'AWS' }),
    take('metadata.event_code', 'operation'),
    ...eventId(['requestid', 'request_id']),
    take('time', 'requestdatetime', 'clf-time'),
    take('time', ['requestdatetime', 'time'], 'iso-time'),
    take('actor.user.uid', 'requester'),
    constant('actor.user.type_id', 0),
    unknownUser('actor.user', ['requester']),
    ...source(['remoteip', 'remote_ip']),
    constant('type_id', 2),
    take('databucket.name', ['bucket_name', 'bucket']),
    constant('databucket.type_id', 1),
    take('databucket.file.name', 'key'),
    constant('databucket.file.type_id', 1, [{ path: 'key', exists: true }]),
    take('http_request.user_agent', 'useragent'),
    take('http_request.referrer', 'referrer'),
    take('http_request.uid', ['requestid', 'request_id']),
    take('http_request.url.url_string', 'request_uri'),
    take('http_request.url.hostname', 'endpoint'),
    take('http_response.code', 'httpstatus', 'integer'),
    ...['httpstatus'].flatMap((path) => [
      { ...take('http_response.length', 'bytessent', 'integer'), when: [{ path, exists: true }] },
      { ...take('http_response.latency', 'totaltime', 'integer'), when: [{ path, exists: true }] },
    ]),
    take('status_code', 'errorcode'),
    ...httpStatus('httpstatus'),
  ],
};

export const awsLoadBalancer: OcsfMapping = {
  source: 'aws.load-balancer',
  rules: [{ classUid: 4001, activityId: 6, when: [{ path: 'type', is: ['tls'] }] }, ...methods('request')],
  fields: [
    ...about({ name: 'Elastic Load Balancing', vendor: 'AWS', provider: 'AWS' }),
    ...eventId(['trace_id', 'conn_trace_id']),
    take('metadata.log_name', 'type'),
    take('time', ['time', 'timestamp'], 'iso-time'),
    take('src_endpoint.ip', ['client:port', 'client_ip'], 'address'),
    take('src_endpoint.port', 'client:port', 'port'),
    take('dst_endpoint.ip', ['target:port', 'backend:port', 'destination:port'], 'address'),
    take('dst_endpoint.port', ['target:port', 'backend:port', 'destination:port'], 'port'),
    take('dst_endpoint.svc_name', 'elb'),
    take('dst_endpoint.hostname', 'domain_name'),
    { to: 'connection_info.direction_id', otherwise: 1, classes: [4001] },
    ...only(
      [4002],
      take('http_request.user_agent', 'user_agent'),
      take('http_request.url.url_string', 'request'),
      take('http_response.code', 'elb_status_code', 'integer'),
    ),
    take('traffic.bytes_in', 'received_bytes', 'integer'),
    take('traffic.bytes_out', 'sent_bytes', 'integer'),
    take('tls.cipher', ['ssl_cipher', 'tls_cipher']),
    take('tls.version', ['ssl_protocol', 'tls_protocol_version']),
    take('status_detail', 'error_reason'),
    ...httpStatus('elb_status_code'),
  ],
};

const agent: OcsfField = take(
  'http_request.user_agent',
  ['cs(User-Agent)', 'cs_user_agent', 'cs-user-agent'].map((name) => `"${name}"`),
);

export const awsCloudFront: OcsfMapping = {
  source: 'aws.cloudfront',
  rules: plainMethods('cs-method'),
  fields: [
    ...about({ name: 'CloudFront', vendor: 'AWS', provider: 'AWS' }),
    ...eventId('x-edge-request-id'),
    { to: 'time', join: { paths: ['date', 'time'], by: ' ' }, as: 'iso-time' },
    take('time', ['timestamp'], 'unix-seconds'),
    take('src_endpoint.ip', 'c-ip', 'address'),
    take('src_endpoint.port', 'c-port', 'integer'),
    take('dst_endpoint.hostname', ['x-host-header', '"cs(Host)"']),
    take('dst_endpoint.zone', 'x-edge-location'),
    take('http_request.http_method', 'cs-method'),
    take('http_request.url.path', 'cs-uri-stem'),
    take('http_request.url.query_string', 'cs-uri-query'),
    take('http_request.url.scheme', 'cs-protocol'),
    agent,
    take('http_request.referrer', '"cs(Referer)"'),
    take('http_request.version', 'cs-protocol-version'),
    take('http_response.code', 'sc-status', 'integer'),
    take('http_response.content_type', 'sc-content-type'),
    take('traffic.bytes_in', 'cs-bytes', 'integer'),
    take('traffic.bytes_out', 'sc-bytes', 'integer'),
    take('tls.cipher', 'ssl-cipher'),
    take('tls.version', 'ssl-protocol'),
    take('status_detail', 'x-edge-detailed-result-type'),
    ...httpStatus('sc-status'),
  ],
};

export const awsWaf: OcsfMapping = {
  source: 'aws.waf',
  rules: plainMethods('httpRequest.httpMethod'),
  fields: [
    ...about({ name: 'WAF', vendor: 'AWS', provider: 'AWS', isControl: true }),
    ...verdict('action', ['ALLOW', 'COUNT'], ['BLOCK', 'CAPTCHA', 'CHALLENGE']),
    constant('action_id', 0),
    take('metadata.product.version', 'formatVersion'),
    take('metadata.log_name', 'httpSourceName'),
    ...eventId('httpRequest.requestId'),
    take('time', 'timestamp', 'unix-millis'),
    take('time', 'timestamp', 'iso-time'),
    take('src_endpoint.ip', 'httpRequest.clientIp', 'address'),
    take('src_endpoint.location.country', 'httpRequest.country'),
    take('dst_endpoint.uid', 'httpSourceId'),
    take('dst_endpoint.hostname', 'httpRequest.host'),
    take('http_request.http_method', 'httpRequest.httpMethod'),
    constant('http_request.http_method', 'unknown'),
    take('http_request.url.path', 'httpRequest.uri'),
    take('http_request.url.query_string', 'httpRequest.args'),
    take('http_request.version', 'httpRequest.httpVersion'),
    take('http_response.code', 'responseCodeSent', 'integer'),
    take('status_code', 'action'),
    take('status_detail', 'terminatingRuleId'),
    { to: 'status_id', from: ['action'], values: { ALLOW: 1, BLOCK: 2, CAPTCHA: 2, CHALLENGE: 2 }, otherwise: 0 },
  ],
  lists: [{ to: 'http_request.http_headers', each: 'httpRequest.headers', fields: [take('name', 'name'), take('value', 'value')] }],
};

/** `rcode_id` of dns_activity; names as the resolver writes them. */
const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };

export const awsRoute53Resolver: OcsfMapping = {
  source: 'aws.route53-resolver',
  rules: [
    { classUid: 4003, activityId: 6, when: [{ path: 'rcode', exists: true }] },
    { classUid: 4003, activityId: 1 },
  ],
  fields: [
    ...about({ name: 'Route 53 Resolver', vendor: 'AWS', provider: 'AWS' }),
    take('metadata.product.version', 'version'),
    take('time', 'query_timestamp', 'iso-time'),
    take('query_time', 'query_timestamp', 'iso-time'),
    take('cloud.account.uid', ['account_id', '@account']),
    take('cloud.region', 'region'),
    take('src_endpoint.ip', 'srcaddr', 'address'),
    take('src_endpoint.port', 'srcport', 'integer'),
    take('src_endpoint.instance_uid', 'srcids.instance'),
    take('src_endpoint.uid', ['srcids.resolver_endpoint', 'srcids.resolver-endpoint']),
    take('src_endpoint.vpc_uid', 'vpc_id'),
    take('query.hostname', 'query_name'),
    take('query.type', 'query_type'),
    take('query.class', 'query_class'),
    take('connection_info.protocol_name', 'transport', 'lower'),
    constant('connection_info.direction_id', 2),
    take('rcode', 'rcode'),
    { to: 'rcode_id', from: ['rcode'], values: RCODES, otherwise: 99 },
    take('status_detail', 'firewall_rule_action'),
    { to: 'status_id', from: ['rcode'], values: { NOERROR: 1 }, otherwise: 2, when: [{ path: 'rcode', exists: true }] },
  ],
  lists: [{ to: 'answers', each: 'answers', fields: [take('rdata', 'Rdata'), take('type', 'Type'), take('class', 'Class')] }],
};
