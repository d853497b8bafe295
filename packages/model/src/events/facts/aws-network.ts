/** Flow logs, access logs and query logs of AWS. Names of columns: docs/logs.md. */
import { address } from '../address.ts';
import type { EventFacts, EventOutcome, LogEvent } from '../event.ts';
import { roleOfSession, sessionName } from './aws-identity.ts';
import type { Raw } from './read.ts';
import { any, child, count, facts, first, id, list, text } from './read.ts';
import { anyUnixTime, clfTime, isoTime } from '../time.ts';

/** VPC Flow Logs, as text (`srcaddr`, `account-id`), Parquet (`account_id`) and in camel case. */
export function vpcFlowFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const action = any(record, 'action');
  const direction = any(record, 'flow-direction', 'flow_direction', 'flowDirection');
  const port = any(record, 'dstport', 'dstPort');
  const target = address(record['pkt-dstaddr'] ?? record['pkt_dstaddr']) ?? address(record['dstaddr'] ?? record['dstAddr']);
  return facts(event, {
    time: anyUnixTime(record['start']),
    account: any(record, 'account-id', 'account_id', 'accountId', 'account'),
    region: any(record, 'region'),
    sourceIp: address(record['pkt-srcaddr'] ?? record['pkt_srcaddr']) ?? address(record['srcaddr'] ?? record['srcAddr']),
    service: 'ec2.amazonaws.com',
    action,
    resource: target === null ? any(record, 'interface-id', 'interface_id', 'interfaceId') : port === null ? target : joined(target, port),
    outcome: action === 'ACCEPT' ? 'success' : action === 'REJECT' ? 'denied' : 'unknown',
    error: any(record, 'reject-reason', 'reject_reason'),
    bytesOut: direction === 'egress' ? count(record['bytes']) : null,
  });
}

/** An address and its port as one text. */
export const joined = (host: string, port: string): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);

/** S3 server access logs. */
export function s3AccessFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const requester = any(record, 'requester');
  const bucket = any(record, 'bucket_name', 'bucket');
  const key = any(record, 'key');
  const operation = any(record, 'operation');
  const error = any(record, 'errorcode', 'error_code');
  return facts(event, {
    eventId: any(record, 'requestid', 'request_id'),
    time: clfTime(record['requestdatetime']) ?? isoTime(record['time'] ?? record['requestdatetime']),
    principal: requester === null ? null : roleOfSession(requester),
    actorKind: requester === null ? ('operation' in record ? 'anonymous' : 'unknown') : requesterKind(requester),
    session: requester === null ? null : sessionName(requester),
    sourceIp: address(record['remoteip'] ?? record['remote_ip']),
    userAgent: any(record, 'useragent', 'user_agent'),
    service: 's3.amazonaws.com',
    action: operation,
    resource: bucket === null ? null : key === null ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`,
    outcome: error === 'AccessDenied' ? 'denied' : httpOutcome(count(record['httpstatus'] ?? record['http_status'])),
    error,
    readOnly: operation === null ? null : /^(?:REST|WEBSITE|SOAP)\.(?:GET|HEAD|OPTIONS)\./.test(operation),
    bytesOut: count(record['bytessent'] ?? record['bytes_sent']),
  });
}

function requesterKind(requester: string): 'role' | 'user' | 'root' | 'service' | 'unknown' {
  if (requester.includes(':assumed-role/')) return 'role';
  if (requester.startsWith('svc:') || requester.endsWith('.amazonaws.com')) return 'service';
  if (requester.includes(':user/')) return 'user';
  // A canonical user id is that of an account.
  return requester.endsWith(':root') ? 'root' : 'unknown';
}

/** 401 and 403 are for want of permission. */
export function httpOutcome(status: number | null): EventOutcome {
  if (status === null || status < 100) return 'unknown';
  if (status === 401 || status === 403) return 'denied';
  return status < 400 ? 'success' : 'failure';
}

/** Access logs of application, network and classic load balancers. */
export function loadBalancerFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const [method = null, url = null] = (text(record['request']) ?? '').split(' ', 3).map((part) => part || null);
  const status = count(record['elb_status_code']);
  const arn = (any(record, 'target_group_arn', 'chosen_cert_arn') ?? '').split(':');
  return facts(event, {
    eventId: any(record, 'trace_id', 'conn_trace_id'),
    time: isoTime(record['time']) ?? isoTime(record['timestamp']),
    account: arn[4] || null,
    region: arn[3] || null,
    sourceIp: address(record['client:port'] ?? record['client_ip']),
    userAgent: text(record['user_agent']),
    service: 'elasticloadbalancing.amazonaws.com',
    action: method ?? text(record['type']),
    resource: url ?? any(record, 'domain_name', 'elb'),
    outcome: httpOutcome(status),
    error: status !== null && status >= 400 ? String(status) : null,
    readOnly: readOnlyMethod(method),
    bytesOut: count(record['sent_bytes']),
  });
}

function readOnlyMethod(method: string | null): boolean | null {
  return method === null || method === '-' ? null : method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Standard and real-time logs of CloudFront. */
export function cloudFrontFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const status = count(record['sc-status'] ?? record['sc_status']);
  const method = any(record, 'cs-method', 'cs_method');
  const host = any(record, 'x-host-header', 'cs(Host)', 'cs_host') ?? '';
  const path = any(record, 'cs-uri-stem', 'cs_uri_stem');
  return facts(event, {
    eventId: any(record, 'x-edge-request-id', 'x_edge_request_id'),
    time:
      isoTime(`${any(record, 'date') ?? ''} ${any(record, 'time') ?? ''}`) ?? anyUnixTime(record['timestamp(ms)'] ?? record['timestamp']),
    sourceIp: address(record['c-ip'] ?? record['c_ip']),
    userAgent: plainAgent(any(record, 'cs(User-Agent)', 'cs_user_agent', 'cs-user-agent')),
    service: 'cloudfront.amazonaws.com',
    action: method,
    resource: path === null ? host || null : `${host}${path}`,
    outcome: httpOutcome(status),
    error: status !== null && status >= 400 ? String(status) : null,
    readOnly: readOnlyMethod(method),
    bytesOut: count(record['sc-bytes'] ?? record['sc_bytes']),
  });
}

/** CloudFront writes blanks as %20. */
function plainAgent(agent: string | null): string | null {
  return agent === null ? null : agent.replaceAll('%2520', ' ').replaceAll('%20', ' ');
}

/** AWS WAF. */
export function wafFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const request = child(record, 'httpRequest');
  const action = text(record['action']);
  const arn = (text(record['webaclId']) ?? '').split(':');
  const method = text(request['httpMethod']);
  const header = list(request, 'headers').find((each): each is Raw => {
    const name: unknown = typeof each === 'object' && each !== null ? (each as Raw)['name'] : null;
    return typeof name === 'string' && name.toLowerCase() === 'user-agent';
  });
  return facts(event, {
    eventId: text(request['requestId']),
    time: anyUnixTime(record['timestamp']),
    account: arn[4] || null,
    region: arn[3] || null,
    sourceIp: address(request['clientIp']),
    userAgent: text(header?.['value']),
    service: 'wafv2.amazonaws.com',
    action: method,
    resource: text(request['host']) === null ? text(request['uri']) : `${text(request['host'])}${text(request['uri']) ?? ''}`,
    outcome: action === 'BLOCK' || action === 'CAPTCHA' || action === 'CHALLENGE' ? 'denied' : action === 'ALLOW' ? 'success' : 'unknown',
    error: action === 'BLOCK' ? text(record['terminatingRuleId']) : null,
    readOnly: readOnlyMethod(method),
  });
}

/** Query logs of the Route 53 resolver. */
export function resolverFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const code = text(record['rcode']);
  const source = child(record, 'srcids');
  const isBlocked = text(record['firewall_rule_action']) === 'BLOCK';
  return facts(event, {
    time: isoTime(record['query_timestamp']),
    account: id(record['account_id']),
    region: text(record['region']),
    principal: text(source['instance']) ?? text(first(record, 'srcids')['instance']),
    actorKind: text(source['instance']) === null ? 'unknown' : 'workload',
    sourceIp: address(record['srcaddr']),
    service: 'route53resolver.amazonaws.com',
    action: any(record, 'query_type'),
    resource: text(record['query_name']),
    outcome: isBlocked ? 'denied' : code === null ? 'unknown' : code === 'NOERROR' ? 'success' : 'failure',
    error: code === 'NOERROR' ? null : code,
    readOnly: true,
  });
}
