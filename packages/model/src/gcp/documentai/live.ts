/** Answers of the Document AI API in the words of the Terraform provider. Source: Document AI API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('documentai.googleapis.com', {
  processors: { asset: 'Processor', type: 'google_document_ai_processor' },
});
