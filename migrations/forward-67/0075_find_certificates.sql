-- The plan is kept for a connection. One that was made while the tables were small read all records for each new one.
alter function share_certificates(uuid[]) set enable_seqscan to off;
