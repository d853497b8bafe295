/** What a log can tell that others cannot. */
const NETWORK = new Set(['aws.vpc-flow', 'azure.flow', 'gcp.vpc-flow', 'aws.route53-resolver']);
const READS = new Set(['GetObject', 'HeadObject', 'ListObjects', 'ListObjectsV2', 'SelectObjectContent']);

export function isLogOf(
  kind: 'network' | 'object-reads',
  { source, action = null }: { readonly source: string; readonly action?: string | null },
): boolean {
  if (kind === 'network') return NETWORK.has(source);
  return source === 'aws.s3-access' || READS.has(action ?? '');
}
