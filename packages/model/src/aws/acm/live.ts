/** Answers of the Certificate Manager API → certificates, in the words of CloudFormation. Source: ACM API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'acm:ListCertificates', items: 'CertificateSummaryList', types: ['AWS::CertificateManager::Certificate'], declare: certificate },
];

function certificate(item: Json, context: LiveContext): LiveThing | null {
  const arn = textOf(item, 'CertificateArn');
  if (arn === undefined) return null;
  const details = context.answer('acm:DescribeCertificate', { CertificateArn: arn });
  const of = (path: string): LiveValue => (details instanceof Missing ? details : jsonAt(details, `Certificate.${path}`));
  const days = daysSince(jsonAt(details instanceof Missing ? item : jsonAt(details, 'Certificate'), 'NotAfter'), context.at);
  return {
    type: 'AWS::CertificateManager::Certificate',
    id: arn,
    name: textOf(item, 'DomainName') ?? arn,
    properties: {
      DomainName: textOf(item, 'DomainName'),
      // The API repeats the first name among its alternatives.
      SubjectAlternativeNames: whenKnown(details, (json) =>
        itemsAt(json, 'Certificate.SubjectAlternativeNames').filter((each) => each !== textOf(item, 'DomainName')),
      ),
      // The API writes `RSA-2048` in one answer and `RSA_2048` in another.
      KeyAlgorithm: textOf(item, 'KeyAlgorithm')?.replace(/^RSA-/, 'RSA_'),
      CertificateTransparencyLoggingPreference: of('Options.CertificateTransparencyLoggingPreference'),
      Type: of('Type'),
      Status: of('Status'),
      DaysLeft: days === undefined ? undefined : -days,
      IsInUse: whenKnown(details, (json) => itemsAt(json, 'Certificate.InUseBy').length > 0),
      RenewalEligibility: of('RenewalEligibility'),
      RenewalStatus: of('RenewalSummary.RenewalStatus'),
      Tags: whenKnown(context.answer('acm:ListTagsForCertificate', { CertificateArn: arn }), (json) => tagPairs(itemsAt(json, 'Tags'))),
    },
  };
}
