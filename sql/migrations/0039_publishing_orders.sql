-- Somebody at the page of a closed wave had its report published: the same kind of order as a closing (docs/adr/0038-publishing-by-page.md).
alter table emulation.wave_orders
    drop constraint wave_order_is_known,
    add constraint wave_order_is_known check (what in ('check', 'close', 'publish')),
    drop constraint wave_order_outcome_is_known,
    add constraint wave_order_outcome_is_known check (outcome in ('checked', 'closed', 'was-closed', 'changed', 'published', 'failed'));

-- Who had it published; the report itself has its own entry.
create trigger audit_publishing_order after insert on emulation.wave_orders for each row when (new.what = 'publish')
    execute function emulation.audit_row('publishing-ordered', 'asked_by', 'wave_order_id', 'wave_order_id,plan_code,period_id,edition,asked_at');
