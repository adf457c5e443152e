import { ChecklistBeside as ChecklistBeside_8ea1e57a04fec04e4e2a16f94d5a5aff } from '../../../checklist/panel.client.tsx'
import { ChecklistAbove as ChecklistAbove_8ea1e57a04fec04e4e2a16f94d5a5aff } from '../../../checklist/panel.client.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CodePreview as CodePreview_6be573ffcd2132e2b8927b5e18385b46 } from '../../../blocks/preview/code-preview.client.tsx'
import { PlainInput as PlainInput_ba461bd802b991f0a102b595ef844e25 } from '../../../fields/plain-input.client.tsx'
import { DiagramSource as DiagramSource_6ab5f610e19312bf93375399a7ecf4c0 } from '../../../diagrams/source-field.client.tsx'
import { TerminalStepPreview as TerminalStepPreview_6f0dfa00c1d1a00850e6588fa717cfe5 } from '../../../blocks/preview/terminal-step-preview.client.tsx'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HistoryLink as HistoryLink_72c803514aa2b4e6f295a4dd2ed6220d } from '../../../audit/history-link.client.tsx'
import { PublishButton as PublishButton_c4d78a3993cc1f5b4cc9c397e59e51ad } from '../../../schedule/publish-button.client.tsx'
import { IconField as IconField_370c8bd9ba74959e8f39afc70c8da50a } from '../../../technologies/icon-field.client.tsx'
import { TryDemo as TryDemo_03b7d743a8b1c3c73837544c7df9bebc } from '@shellfolio/payload-terminal/client'
import { ReplyLink as ReplyLink_e830f61d35febd46c91b2dd3868d61d8 } from '../../../contact/reply-link.client'
import { ListingTable as ListingTable_75f319cef1f81a27808ab350479a0d2f } from '../../../archives/listing-table.client.tsx'
import { Replay as Replay_d9838448656fb4f8e024ca54cef20512 } from '../../../outbox/replay.client.tsx'
import { StateCell as StateCell_408e44ee69ae6d4fff6f8c64a65aecaa } from '../../../outbox/state-cell.client.tsx'
import { RetryFailed as RetryFailed_19237d1ae7d05ab8bd8cfd77cd16e7e0 } from '../../../outbox/retry-failed.client.tsx'
import { SecondFactorPanel as SecondFactorPanel_f32bca3f40c418d83947f5e29bdeb5b3 } from '../../../accounts/second-factor/second-factor-panel.client.tsx'
import { LoginsPanel as LoginsPanel_36575c9eb2eb50673e8203a41df8774a } from '../../../accounts/logins/logins-panel.client.tsx'
import { KeyPanel as KeyPanel_459547483ccf72b62249f0f43f213d25 } from '../../../accounts/service/key-panel.client.tsx'
import { RecordingPlayer as RecordingPlayer_03b7d743a8b1c3c73837544c7df9bebc } from '@shellfolio/payload-terminal/client'
import { TerminalNavLink as TerminalNavLink_03b7d743a8b1c3c73837544c7df9bebc } from '@shellfolio/payload-terminal/client'
import { Undelivered as Undelivered_6b1b309282e83b356a7c830d17873b46 } from '../../../outbox/undelivered.tsx'
import { RefusedList as RefusedList_689c15f978aa2e3edf27a492166fd4a7 } from '../../../schedule/refused-list.tsx'
import { PageCounts as PageCounts_743f8f416b2368458104f3981d9da070 } from '../../../page-counts/widget.tsx'
import { TerminalWidget as TerminalWidget_d1f667b3cb6148893d0b2700b05f29bc } from '@shellfolio/payload-terminal/rsc'
import { S3ClientUploadHandler as S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24 } from '@payloadcms/storage-s3/client'
import { NoAccount as NoAccount_7dc38fe92bfdedfe3946272a58a50f24 } from '../../../accounts/no-account.tsx'
import { LoginView as LoginView_43c1b6c9f3b12775665db3892605f76b } from '../../../accounts/login/login-view.tsx'
import { InsightsView as InsightsView_d1f667b3cb6148893d0b2700b05f29bc } from '@shellfolio/payload-terminal/rsc'
import { LiveSessionsView as LiveSessionsView_d1f667b3cb6148893d0b2700b05f29bc } from '@shellfolio/payload-terminal/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/checklist/panel.client.tsx#ChecklistBeside": ChecklistBeside_8ea1e57a04fec04e4e2a16f94d5a5aff,
  "/checklist/panel.client.tsx#ChecklistAbove": ChecklistAbove_8ea1e57a04fec04e4e2a16f94d5a5aff,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/blocks/preview/code-preview.client.tsx#CodePreview": CodePreview_6be573ffcd2132e2b8927b5e18385b46,
  "/fields/plain-input.client.tsx#PlainInput": PlainInput_ba461bd802b991f0a102b595ef844e25,
  "/diagrams/source-field.client.tsx#DiagramSource": DiagramSource_6ab5f610e19312bf93375399a7ecf4c0,
  "/blocks/preview/terminal-step-preview.client.tsx#TerminalStepPreview": TerminalStepPreview_6f0dfa00c1d1a00850e6588fa717cfe5,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/audit/history-link.client.tsx#HistoryLink": HistoryLink_72c803514aa2b4e6f295a4dd2ed6220d,
  "/schedule/publish-button.client.tsx#PublishButton": PublishButton_c4d78a3993cc1f5b4cc9c397e59e51ad,
  "/technologies/icon-field.client.tsx#IconField": IconField_370c8bd9ba74959e8f39afc70c8da50a,
  "@shellfolio/payload-terminal/client#TryDemo": TryDemo_03b7d743a8b1c3c73837544c7df9bebc,
  "/contact/reply-link.client#ReplyLink": ReplyLink_e830f61d35febd46c91b2dd3868d61d8,
  "/archives/listing-table.client.tsx#ListingTable": ListingTable_75f319cef1f81a27808ab350479a0d2f,
  "/outbox/replay.client.tsx#Replay": Replay_d9838448656fb4f8e024ca54cef20512,
  "/outbox/state-cell.client.tsx#StateCell": StateCell_408e44ee69ae6d4fff6f8c64a65aecaa,
  "/outbox/retry-failed.client.tsx#RetryFailed": RetryFailed_19237d1ae7d05ab8bd8cfd77cd16e7e0,
  "/accounts/second-factor/second-factor-panel.client.tsx#SecondFactorPanel": SecondFactorPanel_f32bca3f40c418d83947f5e29bdeb5b3,
  "/accounts/logins/logins-panel.client.tsx#LoginsPanel": LoginsPanel_36575c9eb2eb50673e8203a41df8774a,
  "/accounts/service/key-panel.client.tsx#KeyPanel": KeyPanel_459547483ccf72b62249f0f43f213d25,
  "@shellfolio/payload-terminal/client#RecordingPlayer": RecordingPlayer_03b7d743a8b1c3c73837544c7df9bebc,
  "@shellfolio/payload-terminal/client#TerminalNavLink": TerminalNavLink_03b7d743a8b1c3c73837544c7df9bebc,
  "/outbox/undelivered.tsx#Undelivered": Undelivered_6b1b309282e83b356a7c830d17873b46,
  "/schedule/refused-list.tsx#RefusedList": RefusedList_689c15f978aa2e3edf27a492166fd4a7,
  "/page-counts/widget.tsx#PageCounts": PageCounts_743f8f416b2368458104f3981d9da070,
  "@shellfolio/payload-terminal/rsc#TerminalWidget": TerminalWidget_d1f667b3cb6148893d0b2700b05f29bc,
  "@payloadcms/storage-s3/client#S3ClientUploadHandler": S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24,
  "/accounts/no-account.tsx#NoAccount": NoAccount_7dc38fe92bfdedfe3946272a58a50f24,
  "/accounts/login/login-view.tsx#LoginView": LoginView_43c1b6c9f3b12775665db3892605f76b,
  "@shellfolio/payload-terminal/rsc#InsightsView": InsightsView_d1f667b3cb6148893d0b2700b05f29bc,
  "@shellfolio/payload-terminal/rsc#LiveSessionsView": LiveSessionsView_d1f667b3cb6148893d0b2700b05f29bc,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
