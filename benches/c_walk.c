/* What the loader is measured against: a plain C program that opens a scan, visits every link below /entry1, and reads
 * every dataset and every attribute.
 *
 * cc -O2 -I$H/include benches/c_walk.c -L$H/lib -L$Z/lib -lhdf5 -lz -lm -ldl -o c_walk, where $H and $Z are the folders
 * build/hdf5-metno-src-.../out and build/libz-sys-.../out in target; then `c_walk FILE [N]` walks it N times (200 unless
 * told) and prints the time of each in ms. `make bench` runs it.
 */
#include <hdf5.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static long datasets, attributes, groups;

static void *buffer_for(hid_t type, hid_t space)
{
    hssize_t points = H5Sget_simple_extent_npoints(space);
    return malloc((points > 0 ? (size_t)points : 1) * H5Tget_size(type));
}

static herr_t visit_attribute(hid_t object, const char *name, const H5A_info_t *info, void *data)
{
    hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
    hid_t type = H5Aget_type(attribute), space = H5Aget_space(attribute);
    void *buffer = buffer_for(type, space);
    (void)info;
    (void)data;
    H5Aread(attribute, type, buffer);
    free(buffer);
    H5Sclose(space);
    H5Tclose(type);
    H5Aclose(attribute);
    attributes++;
    return 0;
}

static herr_t visit_link(hid_t group, const char *name, const H5L_info2_t *info, void *data)
{
    hid_t object = H5Oopen(group, name, H5P_DEFAULT);
    (void)info;
    (void)data;
    if (H5Iget_type(object) == H5I_DATASET) {
        hid_t type = H5Dget_type(object), space = H5Dget_space(object);
        void *buffer = buffer_for(type, space);
        H5Dread(object, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, buffer);
        free(buffer);
        H5Sclose(space);
        H5Tclose(type);
        datasets++;
    } else {
        H5Literate2(object, H5_INDEX_NAME, H5_ITER_INC, NULL, visit_link, NULL);
        groups++;
    }
    H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, NULL, visit_attribute, NULL);
    H5Oclose(object);
    return 0;
}

static void walk(const char *path)
{
    hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
    hid_t entry = H5Gopen2(file, "/entry1", H5P_DEFAULT);
    if (entry < 0)
        exit(1);
    datasets = attributes = groups = 0;
    H5Literate2(entry, H5_INDEX_NAME, H5_ITER_INC, NULL, visit_link, NULL);
    H5Aiterate2(entry, H5_INDEX_NAME, H5_ITER_INC, NULL, visit_attribute, NULL);
    H5Gclose(entry);
    H5Fclose(file);
}

int main(int argc, char **argv)
{
    int n = argc > 2 ? atoi(argv[2]) : 200, i;
    if (argc < 2 || n < 1)
        return 2;
    for (i = 0; i < n; i++) {
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        walk(argv[1]);
        clock_gettime(CLOCK_MONOTONIC, &end);
        printf("%.4f\n", (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) * 1e-6);
    }
    fprintf(stderr, "%ld datasets, %ld groups, %ld attributes a walk\n", datasets, groups, attributes);
    return 0;
}
