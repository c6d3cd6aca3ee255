-- The year plan as data: immutable versions, and the registry of ids that figures refer to.
create schema if not exists emulation;

create table emulation.plan_versions (
    plan_version_id bigint generated always as identity primary key,
    plan_code text not null,
    version_number int not null,
    content_hash bytea not null,
    holds_from date not null,
    -- IANA name of the zone in which the plan's days begin and end
    time_zone text not null,
    legal_basis text not null,
    -- the plan folder, one entry a file: relative name → text, as it was applied
    files jsonb not null,
    applied_at timestamptz not null,
    applied_by text not null,
    constraint version_numbers_are_unique_in_a_plan unique (plan_code, version_number),
    constraint the_same_content_is_stored_once unique (plan_code, content_hash),
    constraint content_hash_is_sha256 check (octet_length(content_hash) = 32)
);

-- Ids are given once per code and never reused: figures of all years and versions share them.
create table emulation.units (
    unit_id int generated always as identity primary key,
    plan_family text not null,
    code text not null,
    constraint unit_codes_are_unique_in_a_family unique (plan_family, code)
);

create table emulation.indicators (
    indicator_id int generated always as identity primary key,
    plan_family text not null,
    code text not null,
    constraint indicator_codes_are_unique_in_a_family unique (plan_family, code)
);

create table emulation.periods (
    period_id int generated always as identity primary key,
    plan_family text not null,
    code text not null,
    kind text not null,
    from_on date not null,
    to_on date not null,
    constraint period_codes_are_unique_in_a_family unique (plan_family, code),
    constraint period_kind_is_known check (kind in ('month', 'wave', 'year')),
    constraint period_ends_after_it_begins check (to_on >= from_on)
);
comment on column emulation.periods.plan_family is 'the plan code: ids belong to one plan and all its versions';
