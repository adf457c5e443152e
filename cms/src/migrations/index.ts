import * as migration_20261124_110848_initial from './20261124_110848_initial';
import * as migration_20261125_000429_demo_modes_and_flags from './20261125_000429_demo_modes_and_flags';
import * as migration_20261127_101022_terminal_smoke_runs from './20261127_101022_terminal_smoke_runs';
import * as migration_20261127_114042_terminal_recordings_and_past from './20261127_114042_terminal_recordings_and_past';
import * as migration_20261127_115212_terminal_forget_job from './20261127_115212_terminal_forget_job';
import * as migration_20261127_121043_terminal_recordings_job from './20261127_121043_terminal_recordings_job';
import * as migration_20261127_163203_cms_at_full_depth from './20261127_163203_cms_at_full_depth';
import * as migration_20261127_163204_audit_log_append_only from './20261127_163204_audit_log_append_only';
import * as migration_20261127_163205_search_index from './20261127_163205_search_index';
import * as migration_20261127_183131_planned_changes_refused from './20261127_183131_planned_changes_refused';
import * as migration_20261127_192301_page_counts from './20261127_192301_page_counts';
import * as migration_20261127_194009_github_activity from './20261127_194009_github_activity';
import * as migration_20261127_212253_texts_per_language from './20261127_212253_texts_per_language';
import * as migration_20261127_212254_texts_in_blocks_and_search from './20261127_212254_texts_in_blocks_and_search';
import * as migration_20261128_013118_terminal_notice_per_language from './20261128_013118_terminal_notice_per_language';
import * as migration_20261128_014746_resume_drafts from './20261128_014746_resume_drafts';
import * as migration_20261128_015308_video_captions from './20261128_015308_video_captions';

export const migrations = [
  {
    up: migration_20261124_110848_initial.up,
    down: migration_20261124_110848_initial.down,
    name: '20261124_110848_initial',
  },
  {
    up: migration_20261125_000429_demo_modes_and_flags.up,
    down: migration_20261125_000429_demo_modes_and_flags.down,
    name: '20261125_000429_demo_modes_and_flags',
  },
  {
    up: migration_20261127_101022_terminal_smoke_runs.up,
    down: migration_20261127_101022_terminal_smoke_runs.down,
    name: '20261127_101022_terminal_smoke_runs',
  },
  {
    up: migration_20261127_114042_terminal_recordings_and_past.up,
    down: migration_20261127_114042_terminal_recordings_and_past.down,
    name: '20261127_114042_terminal_recordings_and_past',
  },
  {
    up: migration_20261127_115212_terminal_forget_job.up,
    down: migration_20261127_115212_terminal_forget_job.down,
    name: '20261127_115212_terminal_forget_job',
  },
  {
    up: migration_20261127_121043_terminal_recordings_job.up,
    down: migration_20261127_121043_terminal_recordings_job.down,
    name: '20261127_121043_terminal_recordings_job',
  },
  {
    up: migration_20261127_163203_cms_at_full_depth.up,
    down: migration_20261127_163203_cms_at_full_depth.down,
    name: '20261127_163203_cms_at_full_depth',
  },
  {
    up: migration_20261127_163204_audit_log_append_only.up,
    down: migration_20261127_163204_audit_log_append_only.down,
    name: '20261127_163204_audit_log_append_only',
  },
  {
    up: migration_20261127_163205_search_index.up,
    down: migration_20261127_163205_search_index.down,
    name: '20261127_163205_search_index',
  },
  {
    up: migration_20261127_183131_planned_changes_refused.up,
    down: migration_20261127_183131_planned_changes_refused.down,
    name: '20261127_183131_planned_changes_refused',
  },
  {
    up: migration_20261127_192301_page_counts.up,
    down: migration_20261127_192301_page_counts.down,
    name: '20261127_192301_page_counts',
  },
  {
    up: migration_20261127_194009_github_activity.up,
    down: migration_20261127_194009_github_activity.down,
    name: '20261127_194009_github_activity',
  },
  {
    up: migration_20261127_212253_texts_per_language.up,
    down: migration_20261127_212253_texts_per_language.down,
    name: '20261127_212253_texts_per_language',
  },
  {
    up: migration_20261127_212254_texts_in_blocks_and_search.up,
    down: migration_20261127_212254_texts_in_blocks_and_search.down,
    name: '20261127_212254_texts_in_blocks_and_search',
  },
  {
    up: migration_20261128_013118_terminal_notice_per_language.up,
    down: migration_20261128_013118_terminal_notice_per_language.down,
    name: '20261128_013118_terminal_notice_per_language',
  },
  {
    up: migration_20261128_014746_resume_drafts.up,
    down: migration_20261128_014746_resume_drafts.down,
    name: '20261128_014746_resume_drafts',
  },
  {
    up: migration_20261128_015308_video_captions.up,
    down: migration_20261128_015308_video_captions.down,
    name: '20261128_015308_video_captions'
  },
];
