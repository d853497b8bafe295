import { samplesOf } from './sample.ts';

const TIME = Date.UTC(2026, 2, 1, 9, 15);

const flow = {
  version: 5,
  'account-id': '123456789012',
  'interface-id': 'eni-0abc',
  srcaddr: '10.0.0.5',
  dstaddr: '203.0.113.9',
  srcport: 44321,
  dstport: 443,
  protocol: 6,
  packets: 10,
  bytes: 8400,
  start: 1772356500,
  end: 1772356560,
  action: 'ACCEPT',
  'log-status': 'OK',
};

export const vpcFlow = samplesOf('aws.vpc-flow', [
  [
    'accepted',
    flow,
    {
      time: TIME,
      account: '123456789012',
      sourceIp: '10.0.0.5',
      resource: '203.0.113.9:443',
      outcome: 'success',
      bytesOut: null,
      principal: null,
    },
    '4001/6',
  ],
  [
    'bytes leave where the direction says so',
    { ...flow, 'flow-direction': 'egress', region: 'eu-west-1', 'traffic-path': 8 },
    { bytesOut: 8400, region: 'eu-west-1' },
    '4001/6',
  ],
  ['what comes in does not leave', { ...flow, 'flow-direction': 'ingress' }, { bytesOut: null }, '4001/6'],
  ['rejected', { ...flow, action: 'REJECT', 'reject-reason': 'BPA' }, { outcome: 'denied', error: 'BPA' }, '4001/5'],
  [
    'no data in the interval is neither yes nor no',
    {
      version: 2,
      'account-id': '123456789012',
      'interface-id': 'eni-0abc',
      srcaddr: null,
      dstaddr: null,
      start: 1772356500,
      end: 1772356560,
      action: null,
      'log-status': 'NODATA',
    },
    { outcome: 'unknown', sourceIp: null, resource: 'eni-0abc' },
    '4001/6',
  ],
  [
    'names of Parquet files',
    {
      account_id: '123456789012',
      interface_id: 'eni-0abc',
      srcaddr: '2001:db8::1',
      dstaddr: '2001:db8::2',
      dstport: 22,
      start: 1772356500,
      action: 'REJECT',
      log_status: 'OK',
    },
    { account: '123456789012', sourceIp: '2001:db8::1', resource: '[2001:db8::2]:22' },
    '4001/5',
  ],
  [
    'packets that passed a gateway have other addresses than the interface',
    { ...flow, 'pkt-srcaddr': '10.0.9.9', 'pkt-dstaddr': '198.51.100.7' },
    { sourceIp: '10.0.9.9', resource: '198.51.100.7:443' },
    '4001/6',
  ],
]);

const s3 = {
  bucketowner: 'c0ffee',
  bucket_name: 'orders-bucket',
  requestdatetime: '01/Mar/2026:18:15:00 +0900',
  remoteip: '198.51.100.7',
  requester: 'arn:aws:sts::123456789012:assumed-role/app/job',
  requestid: 'R1',
  operation: 'REST.GET.OBJECT',
  key: 'a.csv',
  httpstatus: 200,
  errorcode: null,
  bytessent: 512,
  useragent: 'S3Console/0.4',
};

export const s3Access = samplesOf('aws.s3-access', [
  [
    'an object is read',
    s3,
    {
      time: TIME,
      principal: 'arn:aws:iam::123456789012:role/app',
      session: 'job',
      actorKind: 'role',
      resource: 'arn:aws:s3:::orders-bucket/a.csv',
      bytesOut: 512,
      readOnly: true,
      outcome: 'success',
    },
    '6005/1',
  ],
  ['by anybody', { ...s3, requester: null }, { principal: null, actorKind: 'anonymous' }, '6005/1'],
  ['denied', { ...s3, httpstatus: 403, errorcode: 'AccessDenied', bytessent: 243 }, { outcome: 'denied', error: 'AccessDenied' }, '6005/1'],
  ['not there', { ...s3, httpstatus: 404, errorcode: 'NoSuchKey' }, { outcome: 'failure', error: 'NoSuchKey' }, '6005/1'],
  ['written', { ...s3, operation: 'REST.PUT.OBJECT' }, { readOnly: false, action: 'REST.PUT.OBJECT' }, '6005/5'],
  ['listed', { ...s3, operation: 'REST.GET.BUCKET', key: null }, { resource: 'arn:aws:s3:::orders-bucket', readOnly: true }, '6005/8'],
  [
    'deleted by expiry, which has no status',
    { ...s3, operation: 'S3.EXPIRE.OBJECT', requester: 'AmazonS3', httpstatus: null, remoteip: null },
    { outcome: 'unknown', readOnly: false },
    '6005/7',
  ],
]);

const alb = {
  type: 'https',
  time: '2026-03-01T09:15:00.123456Z',
  elb: 'app/orders/50dc6c495c0c9188',
  'client:port': '198.51.100.7:40000',
  'target:port': '10.0.0.5:8080',
  elb_status_code: 200,
  received_bytes: 100,
  sent_bytes: 2000,
  request: 'GET https://www.example.com:443/orders HTTP/1.1',
  user_agent: 'curl/8.0',
  ssl_cipher: 'TLS_AES_128_GCM_SHA256',
  ssl_protocol: 'TLSv1.3',
  target_group_arn: 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1',
  trace_id: 'Root=1-58337262-36d228ad5d99923122bbe354',
};

export const loadBalancer = samplesOf('aws.load-balancer', [
  [
    'a page is read',
    alb,
    {
      time: TIME + 123,
      account: '123456789012',
      region: 'ap-northeast-1',
      sourceIp: '198.51.100.7',
      action: 'GET',
      resource: 'https://www.example.com:443/orders',
      outcome: 'success',
      bytesOut: 2000,
      readOnly: true,
    },
    '4002/3',
  ],
  ['posted', { ...alb, request: 'POST https://www.example.com:443/orders HTTP/1.1' }, { action: 'POST', readOnly: false }, '4002/6'],
  ['refused', { ...alb, elb_status_code: 403 }, { outcome: 'denied', error: '403' }, '4002/3'],
  ['a gateway error', { ...alb, elb_status_code: 502 }, { outcome: 'failure', error: '502' }, '4002/3'],
  ['an address of version 6', { ...alb, 'client:port': '[2001:db8::7]:40000' }, { sourceIp: '2001:db8::7' }, '4002/3'],
  [
    'a connection that sent no request',
    { ...alb, request: '- http://www.example.com:80- -', elb_status_code: 400 },
    { readOnly: null, outcome: 'failure' },
    '4002/99',
  ],
  [
    'a TLS listener of a network load balancer',
    {
      type: 'tls',
      version: '2.0',
      time: '2026-03-01T09:15:00',
      elb: 'net/orders/c6e77e28c25b2234',
      'client:port': '198.51.100.7:40000',
      'destination:port': '10.0.0.5:443',
      received_bytes: 98,
      sent_bytes: 246,
      tls_cipher: 'ECDHE',
      tls_protocol_version: 'tlsv12',
      domain_name: 'www.example.com',
    },
    { time: TIME, action: 'tls', outcome: 'unknown', resource: 'www.example.com', bytesOut: 246 },
    '4001/6',
  ],
]);

const front = {
  date: '2026-03-01',
  time: '09:15:00',
  'x-edge-location': 'NRT57-P1',
  'sc-bytes': 2000,
  'c-ip': '198.51.100.7',
  'cs-method': 'GET',
  'cs(Host)': 'd111111abcdef8.cloudfront.net',
  'cs-uri-stem': '/index.html',
  'sc-status': 200,
  'cs(User-Agent)': 'Mozilla/5.0%20(X11)',
  'x-edge-request-id': 'q1',
  'x-host-header': 'www.example.com',
};

export const cloudFront = samplesOf('aws.cloudfront', [
  [
    'a page is read',
    front,
    {
      eventId: 'q1',
      time: TIME,
      sourceIp: '198.51.100.7',
      resource: 'www.example.com/index.html',
      userAgent: 'Mozilla/5.0 (X11)',
      bytesOut: 2000,
      outcome: 'success',
    },
    '4002/3',
  ],
  ['blocked', { ...front, 'sc-status': 403 }, { outcome: 'denied', error: '403' }, '4002/3'],
  ['not found', { ...front, 'sc-status': 404 }, { outcome: 'failure' }, '4002/3'],
  ['asked for its head', { ...front, 'cs-method': 'HEAD' }, { readOnly: true }, '4002/4'],
  ['put', { ...front, 'cs-method': 'PUT' }, { readOnly: false }, '4002/7'],
  ['given up by the viewer: no status', { ...front, 'sc-status': 0 }, { outcome: 'unknown', error: null }, '4002/3'],
]);

const waf = {
  timestamp: 1772356500000,
  formatVersion: 1,
  webaclId: 'arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/1',
  terminatingRuleId: 'Default_Action',
  action: 'ALLOW',
  httpSourceName: 'ALB',
  httpRequest: {
    clientIp: '198.51.100.7',
    country: 'JP',
    uri: '/login',
    httpMethod: 'POST',
    httpVersion: 'HTTP/2.0',
    requestId: 'w1',
    headers: [{ name: 'User-Agent', value: 'curl/8.0' }],
  },
};

export const firewall = samplesOf('aws.waf', [
  [
    'allowed',
    waf,
    {
      eventId: 'w1',
      time: TIME,
      account: '123456789012',
      region: 'ap-northeast-1',
      sourceIp: '198.51.100.7',
      userAgent: 'curl/8.0',
      outcome: 'success',
      resource: '/login',
    },
    '4002/6',
  ],
  ['blocked', { ...waf, action: 'BLOCK', terminatingRuleId: 'SQLi' }, { outcome: 'denied', error: 'SQLi' }, '4002/6'],
  ['counted only', { ...waf, action: 'COUNT' }, { outcome: 'unknown' }, '4002/6'],
  ['a challenge', { ...waf, action: 'CHALLENGE' }, { outcome: 'denied' }, '4002/6'],
  ['with host', { ...waf, httpRequest: { ...waf.httpRequest, host: 'www.example.com' } }, { resource: 'www.example.com/login' }, '4002/6'],
  [
    'no header of the agent',
    { ...waf, httpRequest: { ...waf.httpRequest, headers: [{ name: 'Accept', value: '*/*' }] } },
    { userAgent: null },
    '4002/6',
  ],
]);

const dns = {
  version: '1.100000',
  account_id: '123456789012',
  region: 'ap-northeast-1',
  vpc_id: 'vpc-1',
  query_timestamp: '2026-03-01T09:15:00Z',
  query_name: 'www.example.com.',
  query_type: 'A',
  query_class: 'IN',
  rcode: 'NOERROR',
  answers: [{ Rdata: '192.0.2.7', Type: 'A', Class: 'IN' }],
  srcaddr: '10.0.0.5',
  srcport: '40000',
  transport: 'UDP',
  srcids: { instance: 'i-0abc' },
};

export const resolver = samplesOf('aws.route53-resolver', [
  [
    'answered',
    dns,
    {
      time: TIME,
      account: '123456789012',
      principal: 'i-0abc',
      actorKind: 'workload',
      sourceIp: '10.0.0.5',
      resource: 'www.example.com.',
      outcome: 'success',
      error: null,
    },
    '4003/6',
  ],
  ['no such name', { ...dns, rcode: 'NXDOMAIN', answers: [] }, { outcome: 'failure', error: 'NXDOMAIN' }, '4003/6'],
  ['blocked by the DNS firewall', { ...dns, firewall_rule_action: 'BLOCK' }, { outcome: 'denied' }, '4003/6'],
  ['an alert is no block', { ...dns, firewall_rule_action: 'ALERT' }, { outcome: 'success' }, '4003/6'],
  [
    'from a resolver endpoint',
    { ...dns, srcids: { resolver_endpoint: 'rslvr-in-1' } },
    { principal: null, actorKind: 'unknown' },
    '4003/6',
  ],
  ['without an answer code', { ...dns, rcode: undefined, answers: undefined }, { outcome: 'unknown' }, '4003/1'],
]);
