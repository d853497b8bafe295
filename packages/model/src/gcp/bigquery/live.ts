/** Answers of the BigQuery API in the words of the Terraform provider. Source: BigQuery API v2 reference, read 2026-11-22. */
import type { Json, LiveSource } from '../../live/index.ts';
import { Missing, jsonAt, textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('bigquery.googleapis.com', {
  datasets: {
    asset: 'Dataset',
    items: '',
    type: 'google_bigquery_dataset',
    id: (body, account) => dataset(body, 'datasetReference', account),
    // Its IAM policy is the access list in other words.
    properties: ({ name, body }) => ({ dataset_id: textOf(body, 'datasetReference.datasetId') ?? name }),
    names: ({ body }) => [textOf(body, 'datasetReference.datasetId') ?? ''],
  },
  tables: {
    asset: 'Table',
    items: '',
    type: 'google_bigquery_table',
    id: (body, account) => `${dataset(body, 'tableReference', account)}/tables/${textOf(body, 'tableReference.tableId') ?? ''}`,
    grantsBy: 'table_id',
    properties: ({ name, body }) => ({
      table_id: textOf(body, 'tableReference.tableId') ?? name,
      view: ['VIEW', 'MATERIALIZED_VIEW'].includes(textOf(body, 'type') ?? '') ? {} : jsonAt(body, 'view') && {},
      deletion_protection: new Missing('only Terraform code says it'),
    }),
  },
});

function dataset(body: Json, reference: string, account: string): string {
  const { projectId = account, datasetId = '' } = {
    projectId: textOf(body, `${reference}.projectId`),
    datasetId: textOf(body, `${reference}.datasetId`),
  };
  return `//bigquery.googleapis.com/projects/${projectId}/datasets/${datasetId}`;
}
