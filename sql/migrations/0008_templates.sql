-- What we last wrote into the templates folders of the share, so that a file an officer changed is told from ours and left alone.
create table emulation.templates (
    -- directory relative to the share, e.g. '654-krong-pac/bieu-mau'
    folder text not null,
    file_name text not null,
    -- e.g. 'Mẫu figures · 654 · 2020-03 · mã kiểm 7F3A21': an officer's file of the same stamp is as good as a new one
    stamp text not null,
    -- SHA-256 of what the file was made from, of its bytes
    source_hash bytea not null,
    content_hash bytea not null,
    written_at timestamptz not null,
    primary key (folder, file_name),
    constraint template_hashes_are_sha256 check (octet_length(source_hash) = 32 and octet_length(content_hash) = 32)
);
