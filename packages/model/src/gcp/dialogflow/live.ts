/** Answers of the Dialogflow CX API in the words of the Terraform provider. Source: Dialogflow API v3 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { jsonAt, textOf } from '../../live/index.ts';
import { flagAt, gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('dialogflow.googleapis.com', {
  agents: {
    asset: 'Agent',
    // Agents of Dialogflow ES have no locations of their own to be named by.
    type: {
      types: ['google_dialogflow_cx_agent', 'google_dialogflow_agent'],
      of: ({ body }) => (/\/agents\//.test(textOf(body, 'name') ?? '') ? 'google_dialogflow_cx_agent' : 'google_dialogflow_agent'),
    },
    properties: ({ body }) => ({
      enable_logging: flagAt(body, 'enableLogging'),
      enable_stackdriver_logging: flagAt(body, 'enableStackdriverLogging'),
      advanced_settings: jsonAt(body, 'advancedSettings.loggingSettings') && {
        logging_settings: { enable_stackdriver_logging: flagAt(body, 'advancedSettings.loggingSettings.enableStackdriverLogging') },
      },
    }),
  },
});
