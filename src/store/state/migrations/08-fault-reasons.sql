-- Reports of faults say why.
ALTER TABLE fault_report ADD COLUMN reason TEXT;
