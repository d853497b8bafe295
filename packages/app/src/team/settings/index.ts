/** What the team decides once: owners, due dates, exceptions, who is told. Settings are data, checked when they are written. */
export { channelSchema, channelsIn, listChannels, openChannel, removeChannel, saveChannel } from './channels.ts';
export type { ChannelSetting } from './channels.ts';
export type { EscalationSetting, OwnershipSetting, RetentionSetting, SettingKey, Settings } from './definitions.ts';
export { changeSetting, isSettingKey, listSettings, parseOwnership, settingIn } from './settings.ts';
export type { SettingView } from './settings.ts';
export { openSecret, sealSecret, secretKey } from './secrets.ts';
