/**
 * Telling people: events into messages, messages through channels, what became of each attempt. Who is told what, and where deliveries are
 * kept until they are through, is decided by those who call.
 */
import { backlog } from './backlog.ts';
import type { Channel, ChannelName } from './channel.ts';
import { jira } from './jira.ts';
import { mail } from './mail.ts';
import { pagerduty } from './pagerduty.ts';
import { slack } from './slack.ts';
import { sns } from './sns.ts';
import { teams } from './teams.ts';
import { webhook } from './webhook.ts';

export type { Channel, ChannelName, ChannelTools, Delivery, TicketAnswer, TicketState } from './channel.ts';
export { composeMessage } from './compose.ts';
export type { ComposeOptions } from './compose.ts';
export type * from './events.ts';
export { explainDelivery, explainOutcome } from './explain.ts';
export type { Message, MessageItem } from './message.ts';
export type { Outcome } from './outcome.ts';
export { deliver, nextAttempt, usualPlan } from './retry-plan.ts';
export type { DeliverTools, DeliveryResult, NextAttempt, RetryPlan } from './retry-plan.ts';
export { sendHec, sendJsonLines, sendSyslog, syslogLine } from './siem/index.ts';
export type { HecSettings, JsonLinesSettings, SiemEntry, SyslogSettings } from './siem/index.ts';
export { signWebhook, verifyWebhook } from './webhook.ts';

/** Each by its name, in the order people choose from. */
export const channels: Readonly<Record<ChannelName, Channel>> = { mail, slack, teams, webhook, sns, pagerduty, jira, backlog };
