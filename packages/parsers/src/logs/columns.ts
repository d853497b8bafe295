/**
 * Columns of the text formats, by the names their documentation gives them.
 * docs.aws.amazon.com, read 2026-11-22: "Flow log records" (VPC); "Querying access logs" (S3, Athena's names: the format itself has phrases);
 * "Access logs for your Application / Network / Classic Load Balancer".
 */
export const VPC_FLOW_DEFAULT =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(' ');

/** Versions 2 to 10; a header of only these is one of VPC Flow Logs. */
export const VPC_FLOW_FIELDS: ReadonlySet<string> = new Set([
  ...VPC_FLOW_DEFAULT,
  ...'vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr'.split(' '),
  ...'region az-id sublocation-type sublocation-id'.split(' '),
  ...'pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path'.split(' '),
  ...'ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id'.split(' '),
  ...'ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id'.split(' '),
  ...'reject-reason resource-id encryption-status interface-type'.split(' '),
  ...'next-hop-interface-id next-hop-interface-type tgw-id tgw-attachment-id'.split(' '),
]);

/** The fields of flow logs that are numbers; ids stay text. */
export const VPC_FLOW_NUMBERS: ReadonlySet<string> = new Set(
  'version srcport dstport protocol packets bytes start end tcp-flags traffic-path encryption-status'.split(' '),
);

export const S3_ACCESS = (
  'bucketowner bucket_name requestdatetime remoteip requester requestid operation key request_uri httpstatus errorcode bytessent objectsize ' +
  'totaltime turnaroundtime referrer useragent versionid hostid sigv ciphersuite authtype endpoint tlsversion accesspointarn aclrequired ' +
  'sourceregion'
).split(' ');

export const ALB_ACCESS = (
  'type time elb client:port target:port request_processing_time target_processing_time response_processing_time elb_status_code ' +
  'target_status_code received_bytes sent_bytes request user_agent ssl_cipher ssl_protocol target_group_arn trace_id domain_name ' +
  'chosen_cert_arn matched_rule_priority request_creation_time actions_executed redirect_url error_reason target:port_list ' +
  'target_status_code_list classification classification_reason conn_trace_id transformed_host transformed_uri request_transform_status'
).split(' ');

export const NLB_ACCESS = (
  'type version time elb listener client:port destination:port connection_time tls_handshake_time received_bytes sent_bytes ' +
  'incoming_tls_alert chosen_cert_arn chosen_cert_serial tls_cipher tls_protocol_version tls_named_group domain_name alpn_fe_protocol ' +
  'alpn_be_protocol alpn_client_preference_list tls_connection_creation_time'
).split(' ');

export const CLB_ACCESS = (
  'time elb client:port backend:port request_processing_time backend_processing_time response_processing_time elb_status_code ' +
  'backend_status_code received_bytes sent_bytes request user_agent ssl_cipher ssl_protocol'
).split(' ');

/** Numbers of access logs; codes of status are compared as text and numbers alike. */
export const ACCESS_NUMBERS: ReadonlySet<string> = new Set(
  (
    'httpstatus bytessent objectsize totaltime turnaroundtime elb_status_code target_status_code backend_status_code received_bytes sent_bytes ' +
    'request_processing_time target_processing_time response_processing_time backend_processing_time connection_time tls_handshake_time ' +
    'sc-bytes sc-status cs-bytes time-taken c-port time-to-first-byte sc-content-len sc-range-start sc-range-end'
  ).split(' '),
);
